using Gera.Hub.People;
using Gera.Hub.People.Data;
using Gera.Hub.People.Notices;
using Microsoft.Extensions.Localization;

namespace Gera.Hub.Features.Halls.Mine;

/// <summary>What the halls give to a person's own pages.</summary>
internal static class MineParts
{
    /// <summary>Stored, so it never changes.</summary>
    public const string AnswerNotice = "answer";

    public static void AddMine(this IServiceCollection services)
    {
        services.AddScoped<HallTraces>().AddScoped<IPersonalData, HallData>().AddScoped<IMyDeeds, HallDeeds>().AddScoped<SeatOffers>();
        services.AddSingleton(new MyHubSection(typeof(SeatOfferList), 10));
        services.AddSingleton(provider =>
        {
            var texts = provider.GetRequiredService<IStringLocalizer<MineTexts>>();
            return new NoticeKind(AnswerNotice, typeof(MineTexts), "Notice_answer", Rhythm.AtOnce,
                (data, times) => texts[times == 1 ? "AnsweredOne" : "AnsweredSeveral", data.GetProperty("title").GetString()!, times]);
        });
    }

    public static void MapMine(this WebApplication app) =>
        app.MapPost("/mein-hub/saal/{code}", async (string code, HttpContext http, LiveHalls halls, Seats seats, Door door) =>
        {
            if (await halls.ByCode(code) is not { Hall: var hall }) return Refusals.NotFound.ToHttp();
            var answer = await door.Send<ClaimSeat, Done>(new ClaimSeat(hall.Id), http.ToCaller(seats.Read(http, hall)), http.RequestAborted);
            return answer.ToHttp(_ => Results.LocalRedirect("/mein-hub"));
        }).RequireForm().ExcludeFromDescription();
}
