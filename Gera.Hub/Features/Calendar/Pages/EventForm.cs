using Gera.Hub.People;
using Gera.Hub.People.Accounts;

namespace Gera.Hub.Features.Calendar.Pages;

/// <summary>What the pages that write an event have in common.</summary>
public abstract class EventForm : FormPage
{
    protected Dictionary<string, Refusal> Faults { get; set; } = [];

    /// <summary>Every fault beside its field; true when there is none.</summary>
    protected bool Check(EventTyped typed)
    {
        Faults = typed.Faults();
        if (typed.File is { Length: > 0 } && string.IsNullOrWhiteSpace(typed.FileWords)) Faults["bildworte"] = CalendarRefusals.AltMissing;
        if (typed.File is { Length: > 0 } && !typed.FileRights) Faults["bild"] = CalendarRefusals.RightsMissing;
        if (Faults.Count > 0) Refuse(Faults.First().Value);
        return Faults.Count == 0;
    }

    /// <summary>The picture sent with the form; true when there was none, or it was taken.</summary>
    protected async Task<bool> TakePicture(Guid about, EventTyped typed)
    {
        if (typed.File is not { Length: > 0 } file) return true;
        var refusal = CalendarRefusals.PictureBad;
        if (file.Length <= SetPictureVerb.BytesMost)
        {
            using var content = new MemoryStream((int)file.Length);
            await file.CopyToAsync(content, Http.RequestAborted);
            var answer = await Send<SetPicture, Done>(new SetPicture(about, content.ToArray(), typed.FileWords, typed.FileCredit, typed.FileRights));
            if (answer.Granted) return true;
            refusal = answer.Refusal!;
        }
        Refuse(refusal);
        Faults["bild"] = refusal;
        return false;
    }
}
