using System.Text.Json.Serialization;

namespace Application;

/// <summary>What Ory says about a user.</summary>
/// <param name="Sub">The subject.</param>
/// <param name="Membership">A claim of the application's own.</param>
public sealed record OryUser(
    [property: JsonPropertyName("sub")] string Sub,
    [property: JsonPropertyName("membership")] string Membership);
