using Npgsql;

namespace Gera.Hub.Tests.Storage;

public sealed class TestPostgresTests(TestPostgres postgres)
{
    [Fact]
    public async Task Two_fixtures_that_ask_for_the_same_name_get_two_databases()
    {
        var one = await postgres.NewDatabase("rathaus");
        var two = await postgres.NewDatabase("rathaus");

        Assert.NotEqual(one, two);
        await using var source = NpgsqlDataSource.Create(one);
        await using var make = source.CreateCommand("CREATE TABLE mine (id int)");
        await make.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
