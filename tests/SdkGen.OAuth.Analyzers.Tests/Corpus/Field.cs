using System;
using System.Collections.Generic;
using System.Collections.Specialized;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Security.Cryptography;
using System.Text;
using System.Threading.Tasks;
using System.Web;

// What the labelled lines of public repositories look like, each kind and shape once, in words of our own.

// state-missing-check, state-optional: a library that keeps the state of a callback, and sends one only if it is given.
public abstract class LibraryClient
{
    public string State { get; private set; }

    public string GetLoginLink(string state = null) => Link(new { response_type = "code", client_id = Id, redirect_uri = Callback, state }); // expect: OAUTH1002 (info)

    public Task<User> GetUser(NameValueCollection parameters)
    {
        State = parameters["state"]; // expect: OAUTH1001
        return Redeem(parameters);
    }

    protected virtual void BeforeRedeem(RedeemArgs args) => args.Request.AddObject(new { code = args.Parameters["code"], client_id = Id, client_secret = Secret, grant_type = "authorization_code" });
}

// state-missing-check: an HttpListener, the key of the code in a constant.
public class LoginListener
{
    private const string CodeParameter = "code";

    public async Task Wait(HttpListenerContext context)
    {
        var code = GetRequestParameter(context, CodeParameter); // expect: OAUTH1001
        await _oauth.ExchangeAsync(code);
    }

    private string GetRequestParameter(HttpListenerContext context, string name) => context.Request.QueryString[name];
}

// state-missing-check-spa, library-callback-passthrough, library-flow-ok.
public class SinglePageLogin
{
    public Task<User> Login(AuthInfo authInfo) => _client.GetUserInfoAsync(authInfo.Code, authInfo.RedirectUri); // expect: OAUTH1001 (info)
}

public class LibraryLogin
{
    public AuthorizationAnswer Read(NameValueCollection query) => new AuthorizationAnswer { Code = query["code"], State = query["state"] };

    public async Task<LoginResult> Library(string url) => await _oidcClient.ProcessResponseAsync(url, _loginState);
}

// authz-endpoint-from-request, redirect-uri-from-request, state-predictable, state-missing-check with a model.
public class AccountController : Controller
{
    public IActionResult Start(string server, string clientId)
    {
        var callback = "https://" + Request.Host + "/account/callback"; // expect: OAUTH4003
        var state = DateTime.Now.ToString("yyyyMMddHHmmss"); // expect: OAUTH1004
        return Redirect($"{server}/authorize?response_type=code&client_id={Uri.EscapeDataString(clientId)}&redirect_uri={Uri.EscapeDataString(callback)}&state={state}"); // expect: OAUTH4004, OAUTH8006 (info)
    }

    public IActionResult Callback(AuthorizeResult authorizeResult) => Ok(_login.AccessToken(authorizeResult)); // expect: OAUTH1001
}

// state-check-ok in four ways, state-guid-ok.
public class CheckedController : Controller
{
    public IActionResult Start()
    {
        var state = Guid.NewGuid().ToString("N");
        Session["state"] = state;
        return Redirect($"https://login.acme.example/authorize?response_type=code&client_id=web&redirect_uri={Uri.EscapeDataString(_callback)}&state={state}"); // expect: OAUTH8006 (info)
    }

    public Task<Token> ByKey(string code, string state) => _logins.TryGetValue(state, out var login) ? Exchange(code, login) : null;

    public Task<Token> ByHelper(string code, string state) => IsSameBrowser(state) ? Exchange(code, null) : null;

    public Task<Token> ByUnsealing(string code, string state) => Exchange(code, _protector.Unprotect(state));

    private bool IsSameBrowser(string state) => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(state), Encoding.UTF8.GetBytes((string)Session["state"]));
}

// state-constant, state-missing-in-request, state-generated-not-stored, state-generated-not-verified.
public class LoginLinks
{
    public const string WithConstant = "https://login.acme.example/oauth2/authorize?client_id={0}&redirect_uri={1}&response_type=code&scope=all&state=abc123"; // expect: OAUTH1003

    public string WithoutState(string id) => "https://login.acme.example/oauth2/authorize?response_type=code&scope=all&client_id=" + id + "&redirect_uri=http%3A%2F%2Flocalhost%3A8919%2F"; // expect: OAUTH1002

    public string Lost(string id, string uri) => $"https://login.acme.example/authorize?response_type=code&client_id={id}&redirect_uri={Uri.EscapeDataString(uri)}&state={Guid.NewGuid()}"; // expect: OAUTH1006, OAUTH8006 (info)

    public async Task<bool> Connect()
    {
        string state = Guid.NewGuid().ToString(); // expect: OAUTH1006
        Open(await GetAuthorizationUrl(state));
        return await Redeem(await WaitForCode());
    }
}

public class AuthorizeRequest
{
    public string ClientId { get; set; }

    public string RedirectUri { get; set; }

    public string State { get; set; } = Guid.NewGuid().ToString("N"); // expect: OAUTH1006 (info)
}

// verifier-weak-random, verifier-reused, pkce-plain-provider-limit, nonce-cachebuster.
public class MobileLogin
{
    private static readonly Random Numbers = new Random();

    private readonly string _codeVerifier = Make();

    private static string Make() => new string(Enumerable.Range(0, 64).Select(_ => Letters[Numbers.Next(Letters.Length)]).ToArray()); // expect: OAUTH2002

    public Dictionary<string, string> Redeem(string code) => new Dictionary<string, string>
    {
        ["grant_type"] = "authorization_code",
        ["client_id"] = "mobile",
        ["code"] = code,
        ["code_verifier"] = _codeVerifier, // expect: OAUTH2005 (info)
    };

    public string Start(string state) =>
        $"https://myanimelist.net/v1/oauth2/authorize?response_type=code&client_id=mobile&state={Uri.EscapeDataString(state)}&code_challenge={_codeVerifier}&code_challenge_method=plain"; // expect: OAUTH2003 (info), OAUTH2005 (info)

    public string Overlay(string id) => $"/overlay/{id}.js?nonce={DateTime.Now.Ticks}";
}

// ropc in four ways, swallowed-error, secret-hardcoded, -weak, -base64-basic and what only looks like them.
public class PasswordLogin
{
    private const string ClientIdOfStreaming = "j8k2lq0v3n5b7m9x1c4z6y8w0t2r5p";

    public const string ClientSecretOption = "--office-client-secret";

    public const string ClientSecretHelp = "The secret of the client, as the administrator has it.";

    public const string ClientSecretKey = "OAuth2ClientSecret";

    public string APIClientSecret = @"qW8rT2yU5iO9pA3sD6fG"; // expect: OAUTH3001

    public string ClientSecret { get; set; } = "<your client secret>";

    public Task<Token> ByForm(string user) => Send(new Dictionary<string, string> { { "grant_type", "password" }, { "username", user } }); // expect: OAUTH7001

    public Task<Token> ByMember() => Send(new TokenRequest { GrantType = @"password", ClientId = ClientIdOfStreaming }); // expect: OAUTH7001

    public Task<Token> ByLibrary(TokenClient client, string user, string password) => client.RequestResourceOwnerPasswordAsync(user, password, "api"); // expect: OAUTH7001

    public Task ByForce(AuthenticationClient auth, string id, string secret, string user, string password) => auth.UsernamePasswordAsync(id, secret, user, password); // expect: OAUTH7001

    public TokenClient Weak(Discovery discovery) => new TokenClient(discovery.TokenEndpoint, "client", "secret"); // expect: OAUTH3001

    public string Basic() => "Basic YWNtZS1qb2I6cTdSazJtWng5VGZXNGJMZA=="; // expect: OAUTH3003

    public TokenClient FromParameter(Discovery discovery, string clientSecret) => new TokenClient(discovery.TokenEndpoint, "client", clientSecret);

    public async Task<bool> Renew(HttpClient http, FormUrlEncodedContent form, string clientSecret)
    {
        try
        {
            _ = await http.PostAsync("https://login.acme.example/oauth/token", new FormUrlEncodedContent(new Dictionary<string, string> { ["grant_type"] = "client_credentials", ["client_secret"] = clientSecret }));
            return true;
        }
        catch // expect: OAUTH8001 (info)
        {
            return false;
        }
    }
}

// token-in-query, secret-in-query, http-endpoint, http-claim-uri.
public class Urls
{
    public const string Authorize = "http://gitlab.acme.example/oauth/authorize"; // expect: OAUTH4001

    public const string Role = "http://schemas.acme.example/identity/claims/role";

    public Task Socket() => _socket.Connect($"{SocketUrl}?access_token={_token.accessToken}"); // expect: OAUTH5003

    public string Me(string accessToken) => "https://www.googleapis.com/oauth2/v1/userinfo?access_token=" + accessToken; // expect: OAUTH5003

    public string Upload(string method) => string.Format("https://api.vk.example/method/{0}?v=5&access_token={1}", method, AccessToken); // expect: OAUTH5003

    public string Code(string id, string secret, string code) => $"https://github.com/login/oauth/access_token?client_id={id}&client_secret={Uri.EscapeDataString(secret)}&code={Uri.EscapeDataString(code)}"; // expect: OAUTH5004
}

// token-logged, token-logged-trace, token-response-logged, code-logged, and the logs that say nothing.
public class Logs
{
    public void Write(TokenResponse tokenResponse, AuthInfo authInfo, string accessToken, List<string> refreshTokens)
    {
        Console.WriteLine("Access token: " + accessToken); // expect: OAUTH5001
        _logger.LogTrace("Token {Token}", accessToken); // expect: OAUTH5001 (info)
        Console.WriteLine(JsonSerializer.Serialize(tokenResponse)); // expect: OAUTH5001
        _logger.LogCritical("Login failed Code={AuthCode}", authInfo.Code); // expect: OAUTH5002
        Console.WriteLine($"{nameof(tokenResponse.AccessToken)} read");
        _logger.LogInformation($"Removed {refreshTokens.Count} refresh tokens");
        _logger.LogDebug("Has a token: " + (accessToken != null));
        _logger.LogInformation("Using token " + accessToken.Substring(0, 10) + "…");
        _logger.LogInformation("Getting an access token");
    }

    public void Keep(string accessToken) => File.WriteAllBytes(_path, ProtectedData.Protect(Encoding.UTF8.GetBytes(accessToken), null, DataProtectionScope.CurrentUser));
}

// require-https-metadata-false, config-driven-flag, cert-validation-disabled, implicit-option, tvp-validation-disabled-local-token.
public class Switches
{
    public void Set(JwtBearerOptions options, JwtBearerOptions other, IConfiguration configuration)
    {
        options.RequireHttpsMetadata = false; // expect: OAUTH6003
        other.RequireHttpsMetadata = configuration.GetValue<bool>("RequireHttps");
        _handler.ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator; // expect: OAUTH4005
        options.TokenValidationParameters = new TokenValidationParameters { ValidateIssuer = false, IssuerSigningKey = _ownKey }; // expect: OAUTH6001 (info)
    }

    public string Start(bool implicitly, string id, string state)
    {
        var responseType = implicitly ? "token" : "code";
        return $"https://login.acme.example/authorize?response_type={responseType}&client_id={id}&state={Uri.EscapeDataString(state)}"; // expect: OAUTH7002 (info)
    }
}
