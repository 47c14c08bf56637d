using SdkGen.OAuth.Testing;

namespace WebLogin;

/// <summary>
/// Who signs people in: the one that the configuration names, or a real authorization server in this very process, with two people whom it
/// knows and who sign in by themselves.
/// </summary>
internal sealed class Provider : IAsyncDisposable
{
    private readonly TestAuthorizationServer? _server;

    private Provider(TestAuthorizationServer? server, string description)
    {
        _server = server;
        Description = description;
    }

    public string Description { get; }

    /// <summary>What another instance has to be told to sign people in at the same server: the environment, so that no secret is on a command line.</summary>
    public string ForAnotherInstance => _server is null ? "" : $"""

          For another instance that signs people in there:
          export {string.Join(" ", Settings.Select(setting => $"{setting.Key.Replace(":", "__", StringComparison.Ordinal)}='{setting.Value}'"))}


        """;

    /// <summary>Settings on top of those of the application.</summary>
    public IReadOnlyDictionary<string, string?> Settings => _server is null
        ? new Dictionary<string, string?>()
        : new Dictionary<string, string?>
        {
            ["Identity:Issuer"] = _server.Issuer,
            ["Identity:ClientId"] = _server.DefaultClient.ClientId,
            ["Identity:ClientSecret"] = _server.DefaultClient.ClientSecret,
            ["Api:Address"] = _server.ApiAddress.AbsoluteUri,
            ["Demo"] = "true",
        };

    public static async Task<Provider> StartAsync(string[] args)
    {
        if (WebApplication.CreateBuilder(args).Configuration["Identity:Issuer"] is { Length: > 0 } issuer)
        {
            return new(null, $"People sign in at {issuer}.");
        }

        // Short lives, so that one can watch tokens being refreshed.
        var server = await TestAuthorizationServer.StartAsync(new() { AccessTokenLifetime = TimeSpan.FromSeconds(45) });
        return new(server, $"People sign in at a test server in this process, {server.Issuer}");
    }

    public ValueTask DisposeAsync() => _server?.DisposeAsync() ?? ValueTask.CompletedTask;
}
