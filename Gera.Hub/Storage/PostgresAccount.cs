namespace Gera.Hub.Storage;

/// <summary>
/// The account the server runs under. PostgreSQL refuses root, so a hub started as root lends it another one:
/// the owner of data that is already there, else <c>postgres</c>, else <c>gerahub</c>, made if need be.
/// </summary>
internal sealed record PostgresAccount
{
    /// <summary>Ids of user and group and the user's name, or null for the hub's own account.</summary>
    private (string User, string Group, string Name)? Other { get; init; }

    /// <summary>True when the server runs under another account than the hub.</summary>
    public bool IsLent => Other is not null;

    /// <summary>For which account data at <paramref name="existing"/> was made, else a suitable one.</summary>
    /// <exception cref="StartRefused">Root, and no other account can be had; the message says what to do.</exception>
    public static async Task<PostgresAccount> Choose(IEnumerable<string> existing, CancellationToken stop)
    {
        if (OperatingSystem.IsWindows() || !Environment.IsPrivilegedProcess) return new PostgresAccount();
        foreach (var path in existing.Where(Path.Exists))
        {
            var (code, said) = await Command.Run(["stat", "-c", "%u %g %U", path], stop);
            if (code == 0 && said.Split(' ') is [var user, var group, var name] && user != "0")
                return new PostgresAccount { Other = (user, group, name) };
        }

        return await Named("postgres", stop) ?? await Named("gerahub", stop) ?? await Made("gerahub", stop);
    }

    /// <summary>The command line that runs <paramref name="line"/> under this account.</summary>
    public IEnumerable<string> Runs(params IEnumerable<string> line)
    {
        if (Other is not var (user, group, name)) return line;
        return Command.Find("setpriv") is { } setpriv
            ? [setpriv, $"--reuid={user}", $"--regid={group}", "--clear-groups", "--", .. line]
            : ["runuser", "-u", name, "--", .. line];
    }

    /// <summary>
    /// The same for the server itself: in a session of its own, so that Ctrl+C in a terminal reaches the hub only, and told to shut
    /// down (SIGINT, PostgreSQL's fast way) when the hub dies without having stopped it.
    /// </summary>
    public IEnumerable<string> Serves(IEnumerable<string> line)
    {
        if (Command.Find("setpriv") is { } setpriv)
        {
            string[] lent = Other is var (user, group, _) ? [$"--reuid={user}", $"--regid={group}", "--clear-groups"] : [];
            line = [setpriv, "--pdeathsig", "INT", .. lent, "--", .. line];
        }
        else line = Runs(line);

        if (Command.Find("setsid") is { } setsid) return [setsid, .. line];
        return Command.Find("perl") is { } perl ? [perl, "-MPOSIX", "-e", "POSIX::setsid(); exec @ARGV", "--", .. line] : line;
    }

    /// <summary>Gives a folder and all in it to this account.</summary>
    public async Task Own(string folder, CancellationToken stop)
    {
        if (Other is not var (user, group, _)) return;
        var (code, said) = await Command.Run(["chown", "-R", $"{user}:{group}", folder], stop);
        if (code != 0) throw new StartRefused($"{folder} could not be given to the database's account: {said}");
    }

    /// <summary>Whether this account gets as far as <paramref name="path"/>: every folder above it has to let it through.</summary>
    public async Task<bool> Reaches(string path, CancellationToken stop) => (await Command.Run(Runs("test", "-x", path), stop)).Code == 0;

    private static async Task<PostgresAccount?> Named(string name, CancellationToken stop)
    {
        var (found, user) = await Command.Run(["id", "-u", name], stop);
        var (_, group) = await Command.Run(["id", "-g", name], stop);
        return found == 0 && user != "0" ? new PostgresAccount { Other = (user, group, name) } : null;
    }

    private static async Task<PostgresAccount> Made(string name, CancellationToken stop)
    {
        var (_, said) = await Command.Run(["useradd", "--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin", name], stop);
        return await Named(name, stop) ?? throw new StartRefused(
            $"PostgreSQL does not run as root, and the account \"{name}\" could not be made ({said}). Start the hub as an ordinary user.");
    }
}
