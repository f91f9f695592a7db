using Gera.Hub.People;

namespace Gera.Hub.Features.Portal.Videos;

/// <summary>Every "no" about videos.</summary>
public static class VideoRefusals
{
    public static readonly Refusal Changed = new("video_changed", "Jemand anderes hat dieses Video inzwischen geändert. Ihr Text steht noch im Feld; bitte vergleichen Sie ihn mit der neuen Fassung.", "Someone else has changed this video meanwhile. Your text is still in the field; please compare it with the new version.");
    public static readonly Refusal NoFilm = new("video_no_film", "Es fehlt der Film: entweder eine eigene Datei oder die Adresse, unter der er anderswo steht.", "The film is missing: either a file of ours or the address where it is found elsewhere.", 400);
    public static readonly Refusal NoTranscript = new("video_no_transcript", "Es fehlt der Wortlaut. Wer den Film nicht sehen oder hören kann, liest ihn.", "The transcript is missing. Whoever cannot see or hear the film reads it.", 400);
    public static readonly Refusal NoCaptions = new("video_no_captions", "Es fehlen die Untertitel (eine VTT-Datei). Ohne sie veröffentlichen wir keinen Film.", "The captions are missing (a VTT file). Without them we publish no film.", 400);
    public static readonly Refusal AddressBad = new("video_address_bad", "Die Adresse eines fremden Films beginnt mit https:// und nennt eine Seite.", "The address of a film elsewhere begins with https:// and names a site.", 400);
    public static readonly Refusal FilmUnreadable = new("video_film_unreadable", "Diese Datei ist kein Film, den alle Browser zeigen. Es gehen MP4 und WebM.", "This file is no film that all browsers show. MP4 and WebM will do.", 400);
    public static readonly Refusal FilmSize = new("video_film_size", "Der Film fehlt oder ist zu groß: höchstens 120 MB.", "The film is missing or too large: at most 120 MB.", 400);
    public static readonly Refusal CaptionsUnreadable = new("video_captions_unreadable", "Das sind keine Untertitel im Format WebVTT: Die Datei beginnt mit WEBVTT, hat mindestens eine Zeile mit „-->“ und höchstens 500 KB.", "These are no captions in the format WebVTT: the file begins with WEBVTT, has at least one line with \"-->\" and at most 500 KB.", 400);
}
