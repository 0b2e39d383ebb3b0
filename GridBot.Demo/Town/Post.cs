namespace GridBot.Demo.Town;

/// <summary>What somebody does in the town; finer than the roster's roles, since it also decides how they are called.</summary>
internal enum Post
{
    BuildingLeader,
    GridWorker,
    Secretary,
    Director,
    CommunityWorker,
    DutyLeader,
    Cadre,
    Clerk,
    Admin,
}
