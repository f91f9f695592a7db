using Gera.Hub.People.Data;
using Microsoft.Extensions.Localization;

namespace Gera.Hub.Features.Halls.Mine;

/// <summary>What a person did in halls and what became of it: of a secret poll only that they took part.</summary>
internal sealed class HallDeeds(HallTraces traces, QuestionList questions, IStringLocalizer<MineTexts> T) : IMyDeeds
{
    public async Task<IReadOnlyList<MyDeed>> Of(Guid person, int most, CancellationToken stop)
    {
        var seats = await traces.Seats(person, stop);
        var led = await traces.Led(person, most, stop);
        var asked = await questions.Open(await traces.Questions(seats, most, stop), stop);
        var polls = (await traces.Polls(seats, stop)).Take(most).ToArray();
        var halls = await traces.Halls(asked.Select(q => q.Hall).Concat(polls.Select(p => p.Poll.Session)), stop);
        return
        [
            .. led.Select(h => new MyDeed(T["DeedLed"], h.Title, T[h.IsOver ? "StateEnded" : "StateRunning"], h.IsOver ? $"/live/{h.Code}/protokoll" : $"/live/{h.Code}/leitung", h.OpenedAt)),
            .. asked.Select(q => new MyDeed(T["DeedAsked"], q.Text, State(q), $"/live/{halls[q.Hall].Code}/fragen#frage-{q.Id}", q.At)),
            .. polls.Select(p => new MyDeed(T[p.Poll.Rules.Secret ? "DeedVotedSecretly" : "DeedVoted"], p.Poll.Rules.Question, T["Poll_" + p.Poll.State],
                p.Poll.State == PollState.Closed ? $"/live/{halls[p.Poll.Session].Code}/zaehlung/{p.Poll.Id}" : $"/live/{halls[p.Poll.Session].Code}", p.Poll.OpenedAt ?? p.Poll.PreparedAt)),
        ];
    }

    private string State(Question question) => T["Question_" + question.State] + (question.Answer is { } answer ? ": " + (answer.Length > 120 ? answer[..120] + "…" : answer) : "");
}
