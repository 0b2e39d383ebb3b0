using System.Globalization;

namespace GridBot.Demo.Town;

/// <summary>Fills the map with people: somebody answers for every place that has a rung on the ladder.</summary>
internal sealed class TownPeople(Random random)
{
    private readonly NameRule _names = new(random);
    private readonly List<Townsperson> _people = [];

    /// <summary>The cast first, then everybody in the order of the map.</summary>
    public IReadOnlyList<Townsperson> People =>
        [.. Cast.Members.Select(m => _people.Single(p => p.UserId == m.UserId)), .. _people.Where(p => !IsCast(p))];

    public TownOffice Settle(TownPlace subDistrict)
    {
        foreach (var community in subDistrict.All("community"))
        {
            var secretary = Appoint(community, Post.Secretary);
            community.Duty.Add(new TownDuty(secretary, Appoint(community, Post.Director)));
            Appoint(community, Post.CommunityWorker);
            Appoint(community, Post.CommunityWorker);
            foreach (var area in community.Children)
            {
                SettleArea(area);
            }
        }

        var leader = Appoint(subDistrict, Post.DutyLeader);
        var deputy = Appoint(subDistrict, Post.Cadre);
        subDistrict.Duty.Add(new TownDuty(leader, deputy));
        return new TownOffice(
            FallbackOwner: Appoint(subDistrict, Post.Cadre),
            Dispatcher: Appoint(subDistrict, Post.Clerk),
            RosterOwner: Appoint(subDistrict, Post.Clerk),
            Admin: Appoint(subDistrict, Post.Admin),
            Deputy: deputy);
    }

    private void SettleArea(TownPlace area)
    {
        foreach (var grid in area.Children)
        {
            grid.Duty.Add(new TownDuty(Appoint(grid, Post.GridWorker), StandIn: null));
            if (random.Next(6) == 0 && !IsCast(grid.Duty[0].Person))
            {
                grid.Duty.Add(new TownDuty(Appoint(grid, Post.GridWorker), StandIn: null));
            }

            foreach (var building in grid.Children)
            {
                building.Duty.Add(new TownDuty(Appoint(building, Post.BuildingLeader), StandIn: null));
            }
        }

        // Grid workers replace each other in a circle within their area.
        var first = area.Children.Select(g => g.Duty[0].Person).ToList();
        for (var i = 0; i < first.Count; i++)
        {
            area.Children[i].Duty[0] = new TownDuty(first[i], first[(i + 1) % first.Count]);
        }
    }

    private Townsperson Appoint(TownPlace place, Post post)
    {
        var mobile = MobileOf(_people.Count);
        Townsperson person;
        if (Cast.Members.FirstOrDefault(m => m.PlaceId == place.Id && m.Post == post) is { } member)
        {
            person = new Townsperson(member.UserId, member.Name, member.Call, mobile, RoleOf(post), place);
        }
        else
        {
            var name = _names.Next(isOld: post == Post.BuildingLeader);
            person = new Townsperson(name.UserId, name.Name, CallOf(name, post), mobile, RoleOf(post), place);
        }

        _people.Add(person);
        return person;
    }

    private static bool IsCast(Townsperson person) => Cast.Members.Any(m => m.UserId == person.UserId);

    /// <summary>Numbers that nobody has, spread so that they don't look counted; 7919 shares no factor with 100,000.</summary>
    private static string MobileOf(int index) => string.Create(CultureInfo.InvariantCulture, $"130000{(index * 7919 + 1234) % 100_000:D5}");

    private static string RoleOf(Post post) => post switch
    {
        Post.BuildingLeader => "building_leader",
        Post.GridWorker => "grid",
        Post.Secretary or Post.Director or Post.CommunityWorker => "community",
        Post.DutyLeader or Post.Cadre => "subdistrict",
        Post.Clerk => "staff",
        _ => "admin",
    };

    private static string CallOf(InventedName name, Post post) => name.Surname + post switch
    {
        Post.BuildingLeader => name.IsWoman ? "阿姨" : "叔",
        Post.GridWorker => name.IsWoman ? "姐" : "师傅",
        Post.Secretary => "书记",
        Post.Director or Post.DutyLeader => "主任",
        Post.Cadre => "科长",
        _ => "老师",
    };
}

/// <summary>The people whom the sub-district must name.</summary>
internal sealed record TownOffice(
    Townsperson FallbackOwner, Townsperson Dispatcher, Townsperson RosterOwner, Townsperson Admin, Townsperson Deputy);
