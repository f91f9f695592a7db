using System.Text.Json;
using Gera.Hub.People;

namespace Gera.Hub.Features.Portal.Press;

/// <summary>Keeps what an editor is typing, before it is saved: nobody else sees it, and a lost line takes nothing away.</summary>
/// <param name="Words">Unfinished: any of it may be blank, none of it longer than it may be in the end.</param>
public sealed record KeepDraft(Guid Announcement, int Version, AnnouncementWords Words) : IWish<Done>;

internal sealed class KeepDraftVerb : IVerb<KeepDraft, Done>
{
    public Permission Needs => Permission.Press;

    public Task<Answer<Done>> Do(KeepDraft wish, Deed deed)
    {
        var words = wish.Words;
        if (Text.Check(words.Title, PressWords.TitleMost, ("Überschrift", "headline"), required: false) is { } title) return Task.FromResult<Answer<Done>>(title);
        if (Text.Check(words.Lead, PressWords.LeadMost, ("Vorspann", "lead"), required: false) is { } lead) return Task.FromResult<Answer<Done>>(lead);
        if (Text.Check(words.Body, PressWords.BodyMost, ("Text", "text"), required: false) is { } body) return Task.FromResult<Answer<Done>>(body);
        deed.Session.QueueSqlCommand(
            """
            insert into portal.press_drafts (announcement, person, version, words, at) values (?, ?, ?, ?::jsonb, ?)
            on conflict (announcement, person) do update set version = excluded.version, words = excluded.words, at = excluded.at
            """, wish.Announcement, deed.Person.Id!, wish.Version, JsonSerializer.Serialize(words, JsonSerializerOptions.Web), deed.Now);
        return Task.FromResult<Answer<Done>>(new Done());
    }
}
