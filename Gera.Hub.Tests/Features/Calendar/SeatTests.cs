using System.Net;
using Gera.Hub.Features.Calendar;
using Gera.Hub.Features.Calendar.Seats;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Gera.Hub.Tests.Features.Calendar;

/// <summary>Ten seats are ten, whoever wants them at once; who waits moves up in turn.</summary>
public sealed class SeatTests(HubFixture home)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    // Known bad: without "for update" on the gate's row more than ten get one.
    [Fact]
    public async Task Of_a_hundred_at_once_ten_get_a_seat_and_the_others_wait_in_their_order()
    {
        var hub = await home.Own(null, ("Paces:Addresses", "100"));
        var rosa = await Somebody.In(hub, [new(Role.Editor, "")]);
        var made = await CalendarTown.WithSeats(rosa, 10);
        var crowd = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Somebody.In(hub)));
        var codes = await Task.WhenAll(crowd.Select(p => p.Asks<TakeSeat, SeatTaken>(Take(made.Id))));
        foreach (var (p, n) in crowd.Select((p, n) => (p, n)).Where(x => codes[x.n] == "busy")) Assert.Null(await p.Asks<TakeSeat, SeatTaken>(Take(made.Id)));
        Assert.Equal((10L, 90L), (await Count(hub, made.Id, SeatState.Taken), await Count(hub, made.Id, SeatState.Waiting)));
        Assert.Equal("already_registered", await crowd[0].Asks<TakeSeat, SeatTaken>(Take(made.Id)));
    }

    [Fact]
    public async Task Whoever_waits_first_is_offered_a_freed_seat_for_a_day_and_then_the_next()
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        var hub = await home.Own(clock);
        var rosa = await Somebody.In(hub, [new(Role.Editor, "")]);
        var made = await CalendarTown.WithSeats(rosa, 1);
        var (anna, bogdan, clara) = (await Somebody.In(hub), await Somebody.In(hub), await Somebody.In(hub));
        var seats = new Dictionary<Guid, string>();
        foreach (var person in new[] { anna, bogdan, clara })
        {
            seats[person.Id] = (await person.Does<TakeSeat, SeatTaken>(Take(made.Id))).Code!;
            clock.Advance(TimeSpan.FromSeconds(1));
        }
        Assert.Null(await Ask(hub, new LeaveSeat(seats[anna.Id])));
        Assert.Equal([SeatState.Ended, SeatState.Offered, SeatState.Waiting], await States(hub, made.Id, anna, bogdan, clara));
        // Offered to one: nobody else gets it meanwhile.
        Assert.Equal(SeatState.Waiting, (await (await Somebody.In(hub)).Does<TakeSeat, SeatTaken>(Take(made.Id))).State);
        clock.Advance(TimeSpan.FromHours(25));
        await Eventually.Holds(async () => (await States(hub, made.Id, bogdan, clara)).SequenceEqual([SeatState.Ended, SeatState.Offered]), "The offer did not go on.", TimeSpan.FromSeconds(30));
        Assert.Equal("seat_gone", await Ask(hub, new ConfirmSeat(seats[bogdan.Id])));
        Assert.Null(await Ask(hub, new ConfirmSeat(seats[clara.Id])));
        Assert.Equal([SeatState.Taken], await States(hub, made.Id, clara));
        foreach (var kind in new[] { "seat-taken", "seat-waiting", "seat-offered", "seat-lapsed" }) Assert.True(await hub.Ask<long>("select count(*) from people.mails where \"Kind\" = $1", kind) > 0, kind);

        Assert.Equal("not_allowed", await bogdan.Asks(new CheckIn(made.Id, Guid.Empty)));
        var seat = await hub.Ask<Guid>("select id from calendar.seats where event = $1 and person = $2", made.Id, clara.Id);
        Assert.Null(await rosa.Asks(new CheckIn(made.Id, seat)));
        var at = await hub.Ask<DateTime>("select in_at from calendar.seats where id = $1", seat);
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Null(await rosa.Asks(new CheckIn(made.Id, seat)));
        Assert.Equal(at, await hub.Ask<DateTime>("select in_at from calendar.seats where id = $1", seat));
    }

    [Fact]
    public async Task A_guest_confirms_by_the_link_a_get_does_nothing_and_whoever_knows_the_address_learns_nothing()
    {
        var hub = await home.Hub();
        var rosa = await Somebody.In(hub, [new(Role.Editor, "")]);
        var made = await CalendarTown.WithSeats(rosa, 1);
        var mail = $"gast-{made.Id:N}@gera.example";
        foreach (var _ in new[] { 1, 2 }) Assert.Equal(SeatState.Unconfirmed, (await hub.Door.Send<TakeSeat, SeatTaken>(Take(made.Id) with { Mail = mail }, Caller.Nobody, Stop)).Value.State);
        var seat = await hub.Ask<Guid>("select id from calendar.seats where event = $1 and mail = $2", made.Id, mail);
        var code = hub.Services.GetRequiredService<SeatCodes>().Of(seat);
        using var http = new HttpClient { BaseAddress = hub.Address };
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync(new Uri("/kalender/anmeldung/" + code, UriKind.Relative), Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync(new Uri("/kalender/anmeldung/" + code[..^4] + "AAAA", UriKind.Relative), Stop)).StatusCode);
        Assert.Equal(0L, await Count(hub, made.Id, SeatState.Taken));
        Assert.Null(await Ask(hub, new ConfirmSeat(code)));
        Assert.Null(await Ask(hub, new ConfirmSeat(code)));
        Assert.Equal(1L, await Count(hub, made.Id, SeatState.Taken));
        // The only seat is taken: the next one waits.
        Assert.Equal(SeatState.Waiting, (await (await Somebody.In(hub)).Does<TakeSeat, SeatTaken>(Take(made.Id))).State);

        // Moved by a week: the seats go along, and everybody is told with the file.
        var sent = await hub.Ask<long>("select count(*) from people.mails where \"Kind\" = 'seat-moved'");
        Assert.Null(await rosa.Asks(new MoveEvent(made.Id, CalendarTown.At(CalendarTown.Evening.Start.AddDays(7)), "Umbau")));
        Assert.Equal(2L, await hub.Ask<long>("select count(*) from calendar.seats where event = $1 and original = $2 and state < 4", made.Id, CalendarTown.Evening.Start.AddDays(7)));
        Assert.True(await hub.Ask<long>("select count(*) from people.mails where \"Kind\" = 'seat-moved'") >= sent + 2);
        Assert.Null(await rosa.Asks(new CancelEvent(made.Id, "Fällt aus.")));
        Assert.Equal("seat_registration_closed", await (await Somebody.In(hub)).Asks<TakeSeat, SeatTaken>(Take(made.Id) with { Original = CalendarTown.Evening.Start.AddDays(7) }));
    }

    private static TakeSeat Take(Guid about) => new(about, CalendarTown.Evening.Start, "Ada Probst", null, true, [""], "de");

    private static async Task<string?> Ask<TWish>(RunningHub hub, TWish wish) where TWish : IWish<Done> => (await hub.Door.Send<TWish, Done>(wish, Caller.Nobody, Stop)).Refusal?.Code;

    private static Task<long> Count(RunningHub hub, Guid about, SeatState state) => hub.Ask<long>("select count(*) from calendar.seats where event = $1 and state = $2", about, (short)state);

    private static async Task<SeatState[]> States(RunningHub hub, Guid about, params Somebody[] people)
    {
        var states = new List<SeatState>();
        foreach (var person in people) states.Add((SeatState)await hub.Ask<short>("select state from calendar.seats where event = $1 and person = $2", about, person.Id));
        return [.. states];
    }
}
