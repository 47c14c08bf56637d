using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Logging;

namespace SdkGen.Endurance.Provider;

/// <summary>A provider that remembers no more than who is signed in, and looks at each refresh token. Its API says whose token it was called with.</summary>
internal sealed class EnduranceProvider : IAsyncDisposable
{
    public const string ClientId = "endurance";

    private static readonly TimeSpan AccessTokenLifetime = TimeSpan.FromSeconds(12);

    private readonly WebApplication _app;
    private readonly TimeProvider _clock;
    private readonly Verdict _verdict;
    private readonly ConcurrentDictionary<string, ProviderSession> _sessions = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, (string Subject, string? Nonce)> _codes = new(StringComparer.Ordinal);
    private int _numbers;

    public EnduranceProvider(bool inMemory, TimeProvider clock, Faults faults, Verdict verdict)
    {
        _clock = clock;
        _verdict = verdict;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        if (inMemory)
        {
            builder.WebHost.UseTestServer();
        }
        else
        {
            builder.WebHost.UseUrls("http://127.0.0.1:0");
        }

        _app = builder.Build();
        _app.Use(faults.InvokeAsync);
        _app.MapGet("/.well-known/openid-configuration", () => Results.Json(Metadata()));
        _app.MapGet("/keys", () => Results.Json(new Dictionary<string, object> { ["keys"] = Keys.Published() }));
        _app.MapGet("/authorize", Authorize);
        _app.MapPost("/token", (Delegate)TokenAsync);
        _app.MapGet("/api", Api);
    }

    public SigningKeys Keys { get; } = new();

    public string Issuer { get; private set; } = "http://127.0.0.1/";

    /// <summary>How many processes were killed that may have had a reply in their hands.</summary>
    public int Kills { get; set; }

    public int Sessions => _sessions.Count;

    public HttpMessageHandler CreateHandler() => _app.GetTestServer().CreateHandler();

    public async Task StartAsync(bool inMemory)
    {
        await _app.StartAsync();
        Issuer = inMemory ? Issuer : _app.Urls.Single() + "/";
    }

    public static bool IsWorker(HttpRequest request) => request.Headers.Authorization.ToString().StartsWith("Basic", StringComparison.Ordinal);

    /// <summary>Begins a session without a browser.</summary>
    public (string AccessToken, string RefreshToken) Begin(string subject)
    {
        var session = new ProviderSession($"s{Interlocked.Increment(ref _numbers)}", subject);
        _sessions[session.Id] = session;
        var refreshToken = session.Begin();
        return (AccessToken(session), refreshToken);
    }

    /// <summary>Forgets a user who has signed out.</summary>
    public void End(string subject)
    {
        foreach (var session in _sessions.Values.Where(session => session.Subject == subject))
        {
            _sessions.TryRemove(session.Id, out _);
        }
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private Dictionary<string, object> Metadata() => new()
    {
        ["issuer"] = Issuer,
        ["authorization_endpoint"] = Issuer + "authorize",
        ["token_endpoint"] = Issuer + "token",
        ["jwks_uri"] = Issuer + "keys",
        ["token_endpoint_auth_methods_supported"] = new[] { "client_secret_post" },
        ["id_token_signing_alg_values_supported"] = new[] { "ES256" },
    };

    private IResult Authorize(HttpRequest request)
    {
        var code = $"code-{Interlocked.Increment(ref _numbers)}";
        _codes[code] = (request.Query["login_hint"]!, request.Query["nonce"]);
        return Results.Redirect($"{request.Query["redirect_uri"]}?code={code}&state={request.Query["state"]}");
    }

    private async Task<IResult> TokenAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync();
        switch (form["grant_type"].ToString())
        {
            case "client_credentials":
                _verdict.Count("client tokens requested");
                return Tokens($"at.machine.{Expiry()}.{Guid.NewGuid():N}-0", null, null);
            case "authorization_code" when _codes.TryRemove(form["code"].ToString(), out var login):
                End(login.Subject);
                var (accessToken, refreshToken) = Begin(login.Subject);
                return Tokens(accessToken, refreshToken, Keys.Sign(Issuer, ClientId, login.Subject, login.Nonce, _clock.GetUtcNow()));
            case "refresh_token" when IsWorker(http.Request):
                // Workers refresh as fast as they can. Who was killed while they waited has had no reply.
                await Task.Delay(TimeSpan.FromMilliseconds(300), _clock, http.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                return http.RequestAborted.IsCancellationRequested ? Results.Empty : Refresh(http, form["refresh_token"].ToString());
            case "refresh_token":
                return Refresh(http, form["refresh_token"].ToString());
            default:
                return InvalidGrant();
        }
    }

    private IResult Refresh(HttpContext http, string used)
    {
        if (used.Split('.') is not [_, var id, ..] || !_sessions.TryGetValue(id, out var session))
        {
            return InvalidGrant();
        }

        var (next, wrong) = session.Use(used, () => session.Subject == Workers.Subject && IsExcused(), http.Items.ContainsKey(Faults.LosesReply));
        if (next is null)
        {
            _verdict.Violated(wrong!);
            _sessions.TryRemove(session.Id, out _);
            return InvalidGrant();
        }

        _verdict.Count("refreshes");
        return Tokens(AccessToken(session), next, null);
    }

    /// <summary>A process that is killed while the reply is on its way takes the new refresh token with it: once for each.</summary>
    private bool IsExcused()
    {
        _verdict.Count(Workers.UsedAgain);
        return _verdict[Workers.UsedAgain] <= Kills;
    }

    private static IResult InvalidGrant() => Results.Json(new Dictionary<string, string> { ["error"] = "invalid_grant" }, statusCode: 400);

    private IResult Api(HttpRequest request)
    {
        var token = request.Headers.Authorization.ToString().Split(' ') is ["Bearer", var bearer] ? bearer.Split('.', '-') : [];
        if (token.Length < 4 || long.Parse(token[2], CultureInfo.InvariantCulture) < _clock.GetUtcNow().ToUnixTimeSeconds())
        {
            request.HttpContext.Response.Headers.WWWAuthenticate = "Bearer error=\"invalid_token\"";
            return Results.StatusCode(StatusCodes.Status401Unauthorized);
        }

        return Results.Text(token[1] == "machine" ? "machine" : _sessions.TryGetValue(token[1], out var session) ? session.Subject : "nobody");
    }

    private string AccessToken(ProviderSession session) => $"at.{session.Id}.{Expiry()}.{Guid.NewGuid():N}-{session.Generation}";

    private string Expiry() => (_clock.GetUtcNow() + AccessTokenLifetime).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    private static IResult Tokens(string accessToken, string? refreshToken, string? idToken) => Results.Json(new Dictionary<string, object?>
    {
        ["access_token"] = accessToken,
        ["token_type"] = "Bearer",
        ["expires_in"] = (int)AccessTokenLifetime.TotalSeconds,
        ["refresh_token"] = refreshToken,
        ["id_token"] = idToken,
    }.Where(member => member.Value is not null).ToDictionary());
}
