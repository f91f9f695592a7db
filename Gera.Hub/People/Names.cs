using Microsoft.EntityFrameworkCore;

namespace Gera.Hub.People;

/// <summary>Looks up how people want to be seen. Rooms keep ids only, so an erased person's name is gone everywhere at once.</summary>
public sealed class Names(PeopleDb people)
{
    /// <summary>Display name of an account; null when it is gone.</summary>
    public async Task<string?> Of(Guid account, CancellationToken stop = default) =>
        await people.Users.Where(u => u.Id == account).Select(u => u.DisplayName).FirstOrDefaultAsync(stop) is { Length: > 0 } name ? name : null;
}
