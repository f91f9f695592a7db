using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;

namespace Gera.Hub.Bench.Crowds;

/// <summary>
/// The verb <c>worker</c>: a process that carries up to 15,000 voters (a process may hold 20,000 files) and
/// does what the lines on its standard input say. It ends with that input, so no worker outlives its master.
/// </summary>
internal static class Worker
{
    public static async Task<int> Run()
    {
        using var orders = new BlockingCollection<Order>();
        var work = new Thread(() => Obey(orders)) { IsBackground = true };
        work.Start();
        while (await Console.In.ReadLineAsync() is { } line)
            orders.Add(JsonSerializer.Deserialize<Order>(line)!);
        return 0;
    }

    private static void Obey(BlockingCollection<Order> orders)
    {
        Crowd? crowd = null;
        Order? current = null;
        var deadline = 0L;
        try
        {
            while (true)
            {
                if (current is null && (crowd is null ? orders.TryTake(out current, 1000) : orders.TryTake(out current)))
                {
                    deadline = Stopwatch.GetTimestamp() + (long)(current.Limit * Stopwatch.Frequency);
                    Begin(ref crowd, current);
                }
                crowd?.Turn();
                var late = Stopwatch.GetTimestamp() > deadline;
                if (current is null || (!IsDone(crowd, current) && !late))
                    continue;
                Answer(crowd, current, IsDone(crowd, current));
                current = null;
            }
        }
        catch (Exception error) // the master must read why, whatever it was
        {
            Print(new Standing(false, 0, 0, 0, 0, 0, Failure: error.ToString()));
        }
    }

    private static void Begin(ref Crowd? crowd, Order order)
    {
        if (order.Do == "connect")
        {
            crowd = new Crowd(order.Crowd!);
            crowd.StartConnecting();
        }
        else if (order.Do == "vote")
            crowd!.StartVoting(order.Poll!, order.At, order.Seconds);
        else if (order.Do == "leave")
        {
            crowd?.Dispose();
            crowd = null;
        }
    }

    private static bool IsDone(Crowd? crowd, Order order) => order.Do switch
    {
        "connect" => crowd!.AllSeated,
        "vote" => crowd!.AllAnswered,
        "settle" => crowd!.AllSee(order.Version),
        _ => true,
    };

    private static void Answer(Crowd? crowd, Order order, bool done)
    {
        if (order.Do == "report")
            Print(crowd!.Report());
        else
            Print(new Standing(done, crowd?.Seated ?? 0, crowd?.Answered ?? 0, crowd?.Sightings.Newest ?? -1,
                crowd?.Buffers.Received ?? 0, crowd?.Buffers.Sent ?? 0, crowd?.Troubles));
    }

    private static void Print<T>(T answer)
    {
        Console.Out.WriteLine(JsonSerializer.Serialize(answer));
        Console.Out.Flush();
    }
}
