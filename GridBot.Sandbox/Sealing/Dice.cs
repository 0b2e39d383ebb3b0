namespace GridBot.Sandbox.Sealing;

/// <summary>Seeded randomness for nonces, ids and the 16 leading bytes of a seal; nothing here guards a real secret.</summary>
internal sealed class Dice(int seed)
{
    private readonly Lock gate = new();
#pragma warning disable CA5394 // Repeatable on purpose.
    private readonly Random random = new(seed);

    public byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        lock (gate)
        {
            random.NextBytes(bytes);
        }

        return bytes;
    }

    public string Digits(int count) => string.Create(count, this, static (span, dice) =>
    {
        lock (dice.gate)
        {
            span[0] = (char)('1' + dice.random.Next(9));
            for (var i = 1; i < span.Length; i++)
            {
                span[i] = (char)('0' + dice.random.Next(10));
            }
        }
    });
#pragma warning restore CA5394

    public string Hex(int bytes) => Convert.ToHexStringLower(Bytes(bytes));
}
