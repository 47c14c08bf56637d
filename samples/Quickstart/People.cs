using SdkGen.OAuth.Testing;

namespace Quickstart;

/// <summary>Who can sign in at the server of the tour.</summary>
internal static class People
{
    public const string Alice = "alice";

    public const string Mallory = "mallory";

    /// <summary>Somebody whom the server does not know: whoever signs in so is denied access.</summary>
    public const string Nobody = "nobody";

    public static IList<TestUser> All { get; } =
    [
        new()
        {
            Subject = Alice,
            Name = "Alice Adams",
            Email = "alice@example.com",
            EmailVerified = true,
            Claims = new() { ["membership"] = "gold" },
        },
        new() { Subject = Mallory, Name = "Mallory Moore", Email = "mallory@example.com" },
    ];
}
