using Npgsql;
using Xunit;

namespace Gera.Hub.Tests.Testing;

public sealed class DatabaseServerTests(HubFixture home)
{
    [Fact]
    public async Task Two_that_ask_for_the_same_name_get_two_databases_of_their_own()
    {
        var (one, two) = (await home.NewDatabase("rathaus"), await home.NewDatabase("rathaus"));
        Assert.NotEqual(one, two);
        await using var source = NpgsqlDataSource.Create(one);
        await using var make = source.CreateCommand("create table mine (id int)");
        await make.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
