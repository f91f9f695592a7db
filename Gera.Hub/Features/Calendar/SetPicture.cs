using Gera.Hub.Features.Calendar.Board;
using Gera.Hub.People;
using Gera.Hub.Storage.Files;

namespace Gera.Hub.Features.Calendar;

/// <summary>Gives an event a picture in place of the one before, or takes it off (no content).</summary>
/// <param name="Words">What it shows, for those who do not see it; at most 200 characters, never missing.</param>
/// <param name="MayBeShown">The person has the rights to it.</param>
public sealed record SetPicture(Guid Event, byte[]? Content, string? Words, string? Credit, bool MayBeShown) : IWish<Done>;

internal sealed class SetPictureVerb(FileStore files, EventLook look) : IVerb<SetPicture, Done>
{
    public const int BytesMost = 10 * 1024 * 1024;

    public Permission Needs => Permission.Organise;

    public TimeSpan Patience => TimeSpan.FromSeconds(20);

    public Pace? Pace => new(30, 500, TimeSpan.FromMinutes(10));

    public Task<Scope?> ScopeOf(SetPicture wish, Deed deed) => EventScope.Of(wish.Event, deed);

    public async Task<Answer<Done>> Do(SetPicture wish, Deed deed)
    {
        var held = await EventDesk.Hold(wish.Event, deed);
        if (!held.Granted) return held.Refusal!;
        if (held.Value.Event.IsOut && !await EventDesk.Publishes(held.Value.Event.Facts, deed.Person, deed.Session, deed.Stop)) return CalendarRefusals.OnlyTimes;
        var before = (await look.One(wish.Event, deed.Person, deed.Stop))?.Picture;
        if (wish.Content is { } content)
        {
            if (People.Text.Check(wish.Words, 200, ("Bildbeschreibung", "description of the picture")) is { } bad) return bad.Code == Refusals.TextMissing.Code ? CalendarRefusals.AltMissing : bad;
            if (People.Text.Check(wish.Credit, 120, ("Bildnachweis", "credit"), required: false) is { } credit) return credit;
            if (!wish.MayBeShown || content.Length > BytesMost) return CalendarRefusals.PictureBad;
            var (picture, _) = await PictureMill.Grind(content, deed.Stop);
            if (picture is null) return CalendarRefusals.PictureBad;
            var id = deed.NewId();
            foreach (var (size, webp) in picture.Files)
            {
                await files.Write(EventPicture.KeyOf(id, size), webp, "image/webp", deed.Stop);
                files.Keep(deed.Session, EventPicture.KeyOf(id, size));
            }
            deed.Session.QueueSqlCommand("delete from calendar.pictures where event = ?", wish.Event);
            deed.Session.QueueSqlCommand("insert into calendar.pictures (event, id, words, credit, width, height, person, at) values (?, ?, ?, ?::text, ?, ?, ?::text::uuid, ?)",
                wish.Event, id, People.Text.Clean(wish.Words!).ReplaceLineEndings(" "), string.IsNullOrWhiteSpace(wish.Credit) ? null! : People.Text.Clean(wish.Credit), picture.Width, picture.Height, deed.Person.Id?.ToString()!, deed.Now);
        }
        else deed.Session.QueueSqlCommand("delete from calendar.pictures where event = ?", wish.Event);
        if (before is not null) files.Drop(deed.Session, EventPicture.Prefix(before.Id));
        return new Done();
    }
}
