using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Gera.Hub.People.Data;

/// <summary>What became of an account itself.</summary>
internal sealed class AccountDeeds(PeopleDb people, IStringLocalizer<DataTexts> texts) : IMyDeeds
{
    public async Task<IReadOnlyList<MyDeed>> Of(Guid person, int most, CancellationToken stop)
    {
        if (await people.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == person, stop) is not { } user) return [];
        var deeds = new List<MyDeed> { new(texts["DeedAccount"], texts["DeedOpened"], "", "/konto", user.CreatedAt) };
        if (user.ResidentSince is { } since) deeds.Add(new MyDeed(texts["DeedAccount"], texts["DeedResident"], "", "/konto", since));
        return [.. deeds.OrderByDescending(d => d.At).Take(most)];
    }
}
