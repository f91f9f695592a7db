using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Gera.Hub.People;
using Gera.Hub.People.Grants;
using Gera.Hub.Shell;
using Microsoft.Extensions.Localization;

namespace Gera.Hub.Features.Groups;

/// <summary>The five groups for the search over everything, in German, which is what the index stems.</summary>
internal sealed class GroupSearch(IStringLocalizer<GroupTexts> texts, IStringLocalizer<GrantTexts> names, TimeProvider clock) : ISearchSource
{
    private static readonly Dictionary<Guid, string> Groups = WorkingGroup.All.ToDictionary(key => new Guid(SHA256.HashData(Encoding.UTF8.GetBytes("group:" + key)).AsSpan(0, 16)));

    public string Kind => "gruppe";

    public Type Texts => typeof(GroupTexts);

    public Task<IReadOnlyCollection<Guid>> Keys(CancellationToken stop) => Task.FromResult<IReadOnlyCollection<Guid>>(Groups.Keys);

    public Task<IReadOnlySet<Guid>> Visible(IReadOnlyCollection<Guid> keys, CancellationToken stop) => Task.FromResult<IReadOnlySet<Guid>>(keys.Where(Groups.ContainsKey).ToHashSet());

    public Task<SearchEntry?> Entry(Guid key, CancellationToken stop)
    {
        if (!Groups.TryGetValue(key, out var group)) return Task.FromResult<SearchEntry?>(null);
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("de");
            return Task.FromResult<SearchEntry?>(new SearchEntry(key, $"/gruppen/{group}", names["Group_" + group], texts["Lead_" + group], texts["About_" + group], group, null, clock.GetUtcNow()));
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
