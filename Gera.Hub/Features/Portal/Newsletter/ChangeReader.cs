using Gera.Hub.People;
using Gera.Hub.People.Notices;

namespace Gera.Hub.Features.Portal.Newsletter;

/// <summary>Changes themes and rhythm, with the link every newsletter carries.</summary>
public sealed record ChangeReader(string? Code, IReadOnlyList<string> Themes, Rhythm Rhythm) : IWish<Done>;

internal sealed class ChangeReaderVerb(ReaderCodes codes, ReaderList list) : IVerb<ChangeReader, Done>
{
    public Permission Needs => Permission.Anyone;

    public Pace? Pace => new(60, 600, TimeSpan.FromHours(1));

    public async Task<Scope?> ScopeOf(ChangeReader wish, Deed deed) => codes.ReadKeep(wish.Code) is { } id && await list.One(id, deed.Stop) is not null ? Scope.None : null;

    public Task<Answer<Done>> Do(ChangeReader wish, Deed deed)
    {
        if (Readers.Themes(wish.Themes) is not { Length: > 0 } themes || wish.Rhythm is not (Rhythm.AtOnce or Rhythm.Daily or Rhythm.Weekly)) return Task.FromResult<Answer<Done>>(NewsletterRefusals.NoTheme);
        deed.Session.QueueSqlCommand("update portal.readers set themes = ?, rhythm = ? where id = ?", themes, (int)wish.Rhythm, codes.ReadKeep(wish.Code)!);
        return Task.FromResult<Answer<Done>>(new Done());
    }
}
