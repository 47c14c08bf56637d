using System.Security.Cryptography;

namespace SdkGen.OAuth.Interop.Tests.Glewlwyd;

/// <summary>
/// Glewlwyd of Debian, a server written in C that shares no code with any other one here. It is set up by its administration API: one
/// instance of its OpenID Connect plugin, one user, two clients.
/// </summary>
public sealed class GlewlwydPeer : Peer
{
    public const string Secret = "for-this-test-only-and-longer-than-32-bytes";

    public const string WeirdSecret = "p%2B+a/=&:secret~";

    private const string Tables = "/usr/share/dbconfig-common/data/glewlwyd/install/sqlite3";

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private string? _address;

    /// <summary>The issuer, which has a path.</summary>
    public string Issuer => Address + "/api/oidc";

    /// <summary>The key of the client that has one.</summary>
    public ClientKey Key => ClientKey.From(_key, "interop");

    protected override string Title => "Glewlwyd";

    protected override string Install => "apt-get install --yes --no-install-recommends glewlwyd sqlite3";

    private string Address
    {
        get
        {
            Require();
            return _address!;
        }
    }

    /// <summary>A browser in which alice is signed in, and has consented.</summary>
    internal async Task<Browser> SignInAsync()
    {
        var browser = new Browser();
        await new GlewlwydApi(browser, new(Address)).SignInAsync("alice", "the-password-of-alice");
        return browser;
    }

    /// <summary>Its page for signing in asks whether to go on as alice; this is its answer.</summary>
    internal static Uri Continue(Uri request) => new(request.AbsoluteUri + "&g_continue=true");

    protected override bool IsInstalled() => NodePeer.OnPath("glewlwyd") && NodePeer.OnPath("sqlite3") && File.Exists(Tables);

    private protected override async Task<PeerProcess> StartAsync()
    {
        _address = $"http://127.0.0.1:{PeerProcess.FreePort()}";
        var database = Path.Combine(Folder, "glewlwyd.db");
        var configuration = Path.Combine(Folder, "glewlwyd.conf");
        await File.WriteAllTextAsync(configuration, Configuration(new(_address), database));

        // It does not look at its standard input, so a shell does: at its end the server is ended, whoever ended this process.
        var process = PeerProcess.Start("/bin/sh", Folder,
        [
            "-c",
            "sqlite3 \"$1\" < \"$2\" && { exec 3<&0; glewlwyd -c \"$3\" < /dev/null & server=$!; cat <&3 > /dev/null; kill $server; wait $server; }",
            "glewlwyd", database, Tables, configuration,
        ]);
        await process.AnswersAsync(new(_address + "/config"));
        using var browser = new Browser();
        var api = new GlewlwydApi(browser, new(_address));
        await api.SignInAsync("admin", "password");
        await api.AddPluginAsync();
        await api.AddUserAsync("alice", "the-password-of-alice");
        await api.AddClientAsync("web", Secret, null);
        await api.AddClientAsync("public", null, null);
        await api.AddClientAsync("weird-secret", WeirdSecret, null);
        await api.AddClientAsync("key", null, _key);
        await process.AnswersAsync(new(_address + "/api/oidc/.well-known/openid-configuration"));

        using var user = new Browser();
        var consent = new GlewlwydApi(user, new(_address));
        await consent.SignInAsync("alice", "the-password-of-alice");
        await consent.ConsentAsync("web", "public", "key");
        return process;
    }

    private static string Configuration(Uri address, string database) => $$"""
        port={{address.Port}}
        bind_address="127.0.0.1"
        external_url="{{address.GetLeftPart(UriPartial.Authority)}}"
        login_url="login.html"
        api_prefix="api"
        cookie_domain="127.0.0.1"
        cookie_secure=0
        log_mode="console"
        log_level="INFO"
        session_key="GLEWLWYD2_SESSION_ID"
        admin_session_authentication="cookie"
        profile_session_authentication="cookie"
        login_api_enabled=true
        admin_scope="g_admin"
        profile_scope="g_profile"
        user_module_path="/usr/lib/glewlwyd/user"
        user_middleware_module_path="/usr/lib/glewlwyd/user_middleware"
        client_module_path="/usr/lib/glewlwyd/client"
        user_auth_scheme_module_path="/usr/lib/glewlwyd/scheme"
        plugin_module_path="/usr/lib/glewlwyd/plugin"
        hash_algorithm = "SHA512"
        database = { type = "sqlite3", path = "{{database}}" };
        """;
}
