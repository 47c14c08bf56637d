using Microsoft.AspNetCore.Http;

namespace SdkGen.OAuth.Testing.Server;

/// <summary>The users of the server, and who of them sits before the browser.</summary>
internal sealed class UserDirectory(IEnumerable<TestUser> users)
{
    /// <summary>The header by which a <see cref="TestUserAgent"/> says who its user is.</summary>
    public const string AgentHeader = "Test-User";

    /// <summary>The header by which a <see cref="TestUserAgent"/> says which session it is.</summary>
    public const string SessionHeader = "Test-Session";

    /// <summary>The value of a browser with nobody before it, which no encoded name is.</summary>
    private const string Nobody = "?";

    private readonly TestUser[] _users = [.. users];

    public static string Encode(string subject) => subject.Length == 0 ? Nobody : Uri.EscapeDataString(subject);

    public TestUser? FindByEmail(string? email) => Array.Find(_users, user => user.Email is not null && user.Email == email);

    public TestUser? Find(string? name) => Array.Find(_users, user => user.Subject == name);

    /// <summary>Whom the browser signs in: the user of the hint, else its own, else the first; nobody if there is no such user.</summary>
    public TestUser? SignIn(HttpRequest request, string? hint)
    {
        if (!string.IsNullOrEmpty(hint))
        {
            return Find(hint) ?? FindByEmail(hint);
        }

        return request.Headers.TryGetValue(AgentHeader, out var agent)
            ? Find(Uri.UnescapeDataString(agent.ToString()))
            : _users.FirstOrDefault();
    }
}
