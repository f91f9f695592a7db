namespace Gera.Hub.Storage;

/// <summary>What every embedded server runs with. Given on its command line, so nothing in its data folder can turn one off.</summary>
internal static class PostgresSettings
{
    private static readonly Dictionary<string, string> Ours = new(StringComparer.Ordinal)
    {
        ["listen_addresses"] = "127.0.0.1",
        ["unix_socket_directories"] = "",
        ["timezone"] = "UTC",
        ["log_timezone"] = "UTC",
        ["shared_buffers"] = "256MB",
        ["max_connections"] = "200",

        // A vote that was acknowledged survives a cut cable.
        ["fsync"] = "on",
        ["full_page_writes"] = "on",
        ["synchronous_commit"] = "on",

        // Secrecy: the log of changes tells the order of ballots. Nothing copies it, and its closed segments vanish at the next checkpoint.
        ["wal_level"] = "minimal",
        ["max_wal_senders"] = "0",
        ["wal_keep_size"] = "0",
        ["archive_mode"] = "off",
        ["wal_recycle"] = "off",
        ["min_wal_size"] = "32MB",
        ["max_wal_size"] = "1GB",

        // No values in the server's log. Its own ERROR lines quote them ("Key (…)=(…) already exists"), and the hub is told those anyway.
        ["log_min_messages"] = "log",
        ["log_min_error_statement"] = "panic",
        ["log_error_verbosity"] = "terse",
        ["log_parameter_max_length"] = "0",
        ["log_parameter_max_length_on_error"] = "0",
        ["log_statement"] = "none",
        ["log_checkpoints"] = "off",
        ["log_line_prefix"] = "%m [%p] ",
        ["logging_collector"] = "off",
    };

    public static IEnumerable<string> Arguments(int port, IReadOnlyDictionary<string, string> theirs)
    {
        var all = new Dictionary<string, string>(Ours, StringComparer.Ordinal) { ["port"] = $"{port}" };
        foreach (var (name, value) in theirs) all[name] = value;
        return all.SelectMany(setting => new[] { "-c", $"{setting.Key}={setting.Value}" });
    }
}
