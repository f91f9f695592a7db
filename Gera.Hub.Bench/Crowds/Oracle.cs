namespace Gera.Hub.Bench.Crowds;

/// <summary>
/// What every voter wants, known before anybody presses: a function of the seed and the voter's number, so
/// that several worker processes and the judge at the end agree without telling each other.
/// </summary>
internal sealed record Oracle(ulong Seed, int Voters, int Options)
{
    public int ChoiceOf(int voter)
    {
        // A lop-sided poll, so that swapped options cannot look right: option n gets n shares.
        var shares = Options * (Options + 1) / 2;
        var draw = (int)(Mix(Seed + (ulong)voter * 3) % (ulong)shares);
        var option = 1;
        while (draw >= option)
            draw -= option++;
        return option;
    }

    public (ulong High, ulong Low) KeyOf(int voter) =>
        (Mix(Seed + (ulong)voter * 3 + 1), Mix(Seed + (ulong)voter * 3 + 2));

    public long[] Expected()
    {
        var votes = new long[Options];
        for (var voter = 0; voter < Voters; voter++)
            votes[ChoiceOf(voter) - 1]++;
        return votes;
    }

    /// <summary>Written before the poll opens: one line <c>voter,key,choice</c> each.</summary>
    public void Write(string file) =>
        File.WriteAllLines(file, Enumerable.Range(0, Voters).Select(voter =>
            $"{voter},{KeyOf(voter).High:x16}{KeyOf(voter).Low:x16},{ChoiceOf(voter)}").Prepend("voter,key,choice"));

    /// <summary>What the file says, read again: the judge does not ask the program that voted.</summary>
    public static long[] Read(string file, int options)
    {
        var votes = new long[options];
        foreach (var line in File.ReadLines(file).Skip(1))
            votes[int.Parse(line[(line.LastIndexOf(',') + 1)..], System.Globalization.CultureInfo.InvariantCulture) - 1]++;
        return votes;
    }

    /// <summary>splitmix64: a good scatter of neighbouring numbers, the same everywhere and for ever.</summary>
    private static ulong Mix(ulong x)
    {
        x += 0x9e3779b97f4a7c15;
        x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9;
        x = (x ^ (x >> 27)) * 0x94d049bb133111eb;
        return x ^ (x >> 31);
    }
}
