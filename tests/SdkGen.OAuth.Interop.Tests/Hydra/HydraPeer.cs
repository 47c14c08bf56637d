using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;
using SdkGen.OAuth.Interop.Tests.Hydra.Server;

namespace SdkGen.OAuth.Interop.Tests.Hydra;

/// <summary>Ory Network's project <c>slug</c> and a self-hosted Hydra, both on this machine.</summary>
public sealed class HydraPeer : IAsyncLifetime
{
    public const string Secret = "for.this_test~only-and-longer-than-32-bytes";

    private static readonly Uri Network = new("https://slug.projects.oryapis.com/");

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public string AdminToken { get; } = "ory_pat_" + HydraStore.Random();

    public ClientKey Key => ClientKey.From(_key, "interop");

    /// <summary>The server whose issuer is its own address.</summary>
    internal HydraServer SelfHosted { get; private set; } = null!;

    /// <summary>The server whose issuer is that of Ory Network.</summary>
    internal HydraServer Project { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        HydraClient[] clients =
        [
            new("basic", "client_secret_basic") { Secret = Secret },
            new("post", "client_secret_post") { Secret = Secret },
            new("we:ird id", "client_secret_basic") { Secret = "p%2B+a/=&:secret~" },
            new("weird-secret", "client_secret_basic") { Secret = "p%2B+a/=&:secret~" },
            new("public", "none"),
            new("key", "private_key_jwt") { Key = new ECDsaSecurityKey(_key) { KeyId = "interop" } },
            new("machine", "client_secret_basic") { Secret = Secret, Grants = ["client_credentials"] },
        ];
        SelfHosted = await HydraServer.StartAsync(clients, AdminToken);
        Project = await HydraServer.StartAsync(clients, AdminToken, Network);
    }

    public async Task DisposeAsync()
    {
        await SelfHosted.DisposeAsync();
        await Project.DisposeAsync();
        _key.Dispose();
    }

    /// <summary>A client of the project, as a program has it that speaks to Ory Network.</summary>
    internal T Client<T>(string id = "basic", Action<OAuthClientOptions>? configure = null)
        where T : class, IOAuthProvider<T> => Clients.Create<T>(null, options =>
        {
            options.Bind(Clients.Variables(("Project", "slug")));
            options.ClientId = id;
            options.ClientSecret = id is "public" or "key" ? null : id.StartsWith("we", StringComparison.Ordinal) ? "p%2B+a/=&:secret~" : Secret;
            options.ClientKey = id == "key" ? Key : null;
            options.BackchannelHandler = new ElsewhereHandler(Network, Project.Address);
            configure?.Invoke(options);
        });

    internal IOryAdministration Administration(string? token = null) => Clients.Create<IOryAdministration>(null, options =>
    {
        options.Bind(Clients.Variables(("Project", "slug")));
        options.ClientSecret = token ?? AdminToken;
        options.BackchannelHandler = new ElsewhereHandler(Network, Project.Address);
    });

    /// <summary>Where the browser finds the project on this machine.</summary>
    internal Uri Here(Uri address) => new(Project.Address, address.PathAndQuery);

    internal async Task<(AuthorizationRequest Request, AuthorizationResponse Response)> AuthorizeAsync(
        IAuthorizationCodeGrant client, Func<AuthorizationParameters, AuthorizationParameters>? configure = null)
    {
        var parameters = new AuthorizationParameters { RedirectUri = App.Callback };
        var request = await client.CreateAuthorizationRequestAsync(configure?.Invoke(parameters) ?? parameters);
        using var browser = new Browser();
        var (address, form) = await browser.CallbackAsync(Here(request.Uri));
        return (request, form is null ? AuthorizationResponse.Parse(address) : AuthorizationResponse.ParseQuery(form));
    }

    internal async Task<TokenResponse> SignInAsync(
        IAuthorizationCodeGrant client, Func<AuthorizationParameters, AuthorizationParameters>? configure = null)
    {
        var (request, response) = await AuthorizeAsync(client, configure);
        return await client.RedeemAuthorizationCodeAsync(request, response);
    }
}
