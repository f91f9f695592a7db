namespace Gera.Hub.Storage;

/// <summary>What a room plants at start: what must always be there, and in demo mode a town that lives. Runs again at every start, so it looks before it plants.</summary>
public interface ISeed
{
    Task Sow(bool demo, CancellationToken stop);
}

/// <summary>Brings tables that are not Marten's up to date, at every start and before anything reads them.</summary>
public sealed record Migration(Func<IServiceProvider, CancellationToken, Task> Apply);

/// <summary>A seed and its turn; people come before rooms.</summary>
public sealed record SeedEntry(Type Seed, int Order);

public static class Seeds
{
    public static void AddSeed<TSeed>(this IServiceCollection services, int order) where TSeed : class, ISeed
    {
        services.AddScoped<TSeed>();
        services.AddSingleton(new SeedEntry(typeof(TSeed), order));
    }
}

/// <summary>What the demo town tells whoever started it: who can log in, and where to look.</summary>
public sealed class DemoTown
{
    private readonly List<string> lines = [];

    /// <summary>One line per demo person: role, mail, password, separated by spaces; programs read it.</summary>
    public void Welcome(string role, string mail, string password) => lines.Add($"{role} {mail} {password}");

    public void Tell(string line) => lines.Add(line);

    public IReadOnlyList<string> Lines => lines;
}
