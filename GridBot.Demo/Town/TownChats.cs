namespace GridBot.Demo.Town;

/// <summary>Opens the groups: one for each grid, the first being that of the cast, and the duty room's.</summary>
internal sealed class TownChats(Random random)
{
    private const string Signs = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    public IReadOnlyList<PlayChat> Open(TownPlace subDistrict, TownOffice office)
    {
        var dutyRoom = subDistrict.Duty[0].Person;
        var chats = new List<PlayChat>();
        foreach (var community in subDistrict.All("community"))
        {
            var leaders = new[] { community.Duty[0].Person, community.Duty[0].StandIn!, dutyRoom };
            foreach (var grid in community.All("grid"))
            {
                var members = grid.Children.SelectMany(b => b.Duty).Concat(grid.Duty).Select(d => d.Person).Concat(leaders);
                chats.Add(NewChat($"{community.Name}{grid.Name}群", grid, members));
            }
        }

        chats.Add(NewChat(
            "街道值班群",
            subDistrict,
            [dutyRoom, office.Deputy, office.FallbackOwner, office.Dispatcher, office.RosterOwner, office.Admin]));
        var stage = chats.Find(c => c.Members.Contains(Cast.Members[0].UserId))!;
        return [stage, .. chats.Where(c => c != stage)];
    }

    /// <summary>One more, of the first community: the cast is in it, and whoever can confirm a binding.</summary>
    public PlayChat OpenNew(TownPlace community, TownOffice office, IReadOnlyList<Townsperson> people) => NewChat(
        $"{community.Name}新群", community, [.. people.Where(p => Cast.Members.Any(m => m.UserId == p.UserId)), office.Admin]);

    private PlayChat NewChat(string name, TownPlace place, IEnumerable<Townsperson> members)
    {
        var chatId = "wr" + new string(random.GetItems<char>(Signs, 30));
        var key = new byte[16];
        random.NextBytes(key);
        return new PlayChat(chatId, name, place.Id, place.Path, [.. members.Select(m => m.UserId)], new Guid(key).ToString());
    }
}
