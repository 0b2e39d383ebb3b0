namespace GridBot.Demo.Town;

/// <summary>Builds the demo's town: invented by rule, lifelike, and the same for the same seed.</summary>
public static class TownBuilder
{
    public static DemoTown Build(int seed = 2026)
    {
        var random = new Random(seed);
        var subDistrict = new TownMap(random).Draw();
        var townspeople = new TownPeople(random);
        var office = townspeople.Settle(subDistrict);
        var groups = new TownChats(random);
        var chats = groups.Open(subDistrict, office);
        var people = townspeople.People;
        return new DemoTown(
            TownYaml.Roster(subDistrict, office, people, chats),
            TownYaml.Policies,
            [.. people.Select(p => new PlayPerson(p.UserId, p.Name, p.Role, p.Place.Path))],
            chats)
        {
            NewChat = groups.OpenNew(subDistrict.All("community").First(), office, people),
        };
    }
}
