namespace GridBot.Sandbox.Faults;

/// <summary>The faults and held answers that wait for their turn. Free of cost while there are none.</summary>
internal sealed class FaultBoard
{
    private readonly Lock gate = new();
    private readonly List<(Fault Fault, int Left)> waiting = [];
    private readonly List<ApiHold> holds = [];
    private volatile bool any;

    public void Add(Fault fault)
    {
        lock (gate)
        {
            if (fault.Times is 0)
            {
                waiting.RemoveAll(w => w.Fault.Api == fault.Api);
            }
            else
            {
                var left = fault.Times ?? (fault.Api is FaultNames.EncryptUserId or FaultNames.UntrustedAddress ? int.MaxValue : 1);
                waiting.Add((fault, left));
            }

            any = waiting.Count + holds.Count > 0;
        }
    }

    public ApiHold Hold(string api, bool beforeEffect)
    {
        var hold = new ApiHold(api, beforeEffect);
        lock (gate)
        {
            holds.Add(hold);
            any = true;
        }

        return hold;
    }

    public void Clear()
    {
        lock (gate)
        {
            waiting.Clear();
            foreach (var hold in holds)
            {
                hold.Release();
            }

            holds.Clear();
            any = false;
        }
    }

    /// <summary>Takes one turn of the oldest fault of this name, if there is one.</summary>
    public Fault? Take(string api)
    {
        if (!any)
        {
            return null;
        }

        lock (gate)
        {
            var i = waiting.FindIndex(w => w.Fault.Api == api);
            if (i < 0)
            {
                return null;
            }

            var (fault, left) = waiting[i];
            if (left > 1)
            {
                waiting[i] = (fault, left == int.MaxValue ? left : left - 1);
            }
            else
            {
                waiting.RemoveAt(i);
                any = waiting.Count + holds.Count > 0;
            }

            return fault;
        }
    }

    public ApiHold? TakeHold(string api)
    {
        if (!any)
        {
            return null;
        }

        lock (gate)
        {
            var hold = holds.Find(h => h.Api == api);
            if (hold is not null)
            {
                holds.Remove(hold);
                any = waiting.Count + holds.Count > 0;
            }

            return hold;
        }
    }
}
