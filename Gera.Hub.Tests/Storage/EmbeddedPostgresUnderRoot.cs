using Gera.Hub.Storage;

namespace Gera.Hub.Tests.Storage;

public sealed partial class EmbeddedPostgresTests
{
    [Fact]
    public async Task Under_root_the_data_belong_to_another_account()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess, "only root lends its server an account");
        await using var postgres = await Start();

        Assert.NotEqual("root", await Owner(postgres.DataDirectory));
        Assert.NotEqual("root", await Owner($"/proc/{postgres.ProcessId}"));
    }

    [Fact]
    public async Task Under_root_a_closed_folder_is_replaced_by_a_derived_one()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess, "only root lends its server an account");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        await using (var first = await Start())
        {
            Assert.StartsWith("/var/lib/gera-hub/", first.DataDirectory, StringComparison.Ordinal);
            await Do(first, "CREATE TABLE kept AS SELECT 42 AS answer");
        }

        string data;
        await using (var second = await Start())
        {
            Assert.Equal(42, await Ask<int>(second, "SELECT answer FROM kept"));
            data = second.DataDirectory;
        }

        await using (var third = await Start(fresh: true)) Assert.False(await Ask<bool>(third, "SELECT to_regclass('kept') IS NOT NULL"));
        Directory.Delete(Path.GetDirectoryName(Path.GetDirectoryName(data))!, recursive: true);
    }

    [Fact]
    public async Task Under_root_data_of_a_folder_that_was_deleted_does_not_come_back()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess, "only root lends its server an account");
        Close();
        await using (var first = await Start()) await Do(first, "CREATE TABLE kept AS SELECT 42 AS answer");
        Directory.Delete(folder, recursive: true);
        Directory.CreateDirectory(folder);
        Close();

        string place;
        await using (var second = await Start())
        {
            Assert.False(await Ask<bool>(second, "SELECT to_regclass('kept') IS NOT NULL"));
            place = Path.GetDirectoryName(Path.GetDirectoryName(second.DataDirectory))!;
        }

        Assert.True(Directory.Exists(Path.Combine(place + ".old1", "postgres", "data")));
        await using (var third = await Start(fresh: true)) Assert.False(Directory.Exists(place + ".old1"));
        Directory.Delete(place, recursive: true);

        void Close()
        {
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    [Fact]
    public async Task Under_root_data_that_can_no_longer_be_reached_is_not_replaced_by_an_empty_one()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess, "only root lends its server an account");
        await using (var first = await Start()) await Do(first, "CREATE TABLE kept AS SELECT 42 AS answer");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        Assert.Contains("can no longer reach", (await Assert.ThrowsAsync<StartRefused>(() => Start())).Message, StringComparison.Ordinal);
    }
}
