// Programs that open a browser and wait for the code.
using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Threading.Tasks;

public class ListeningLogin
{
    private const string CodeParameter = "code";
    private string _code;

    protected async Task Process(HttpListenerContext context)
    {
        string code = GetRequestParameter(context, CodeParameter); // expect: OAUTH1001
        if (!string.IsNullOrEmpty(code))
        {
            _code = code;
        }

        await Close(context, 200);
    }
}

public class ComparingLogin
{
    public async Task<string> SignIn(string clientId, string redirectUri)
    {
        string state = RandomText(32);
        string verifier = RandomText(32);
        Open(string.Format("{0}?response_type=code&scope=openid%20profile&redirect_uri={1}&client_id={2}&state={3}&code_challenge={4}&code_challenge_method=S256",
            Endpoint, Uri.EscapeDataString(redirectUri), clientId, state, Challenge(verifier))); // expect: OAUTH8006 (info)
        var context = await _listener.GetContextAsync();
        var code = context.Request.QueryString.Get("code");
        var incoming = context.Request.QueryString.Get("state");
        if (incoming != state)
        {
            return null;
        }

        return await Redeem(code, verifier);
    }
}

public abstract class ForgettingLogin
{
    protected abstract string AuthorizationUrl(string state);

    protected abstract Task<string> RequestToken(string code, string state);

    protected async Task<string> Connect()
    {
        string state = Guid.NewGuid().ToString(); // expect: OAUTH1006
        return await RequestToken(await WaitForCode(state), state);
    }

    private Task<string> WaitForCode(string state) => new Browser().Open(AuthorizationUrl(state));
}

public class ViewModelLogin
{
    private static readonly Random Random = new Random();

    public string PkceChallenge { get; } = RandomString(50);

    public static string RandomString(int length)
    {
        const string Characters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
        return new string(Enumerable.Repeat(Characters, length)
            .Select(s => s[Random.Next(s.Length)]).ToArray()); // expect: OAUTH2002
    }

    public string Link() =>
        "https://login.acme.example/authorize?response_type=code&client_id=acme-app&" +
        "state=signin&" + // expect: OAUTH1003
        $"code_challenge={PkceChallenge}&" + // expect: OAUTH2005 (info)
        "code_challenge_method=plain"; // expect: OAUTH2003

    public Task<HttpResponseMessage> SignIn(string code) => new HttpClient().PostAsync("https://login.acme.example/token", new FormUrlEncodedContent(
        new List<KeyValuePair<string, string>>
        {
            new("client_id", "acme-app"),
            new("grant_type", "authorization_code"),
            new("code", code),
            new("code_verifier", PkceChallenge), // expect: OAUTH2005 (info)
        }));
}

public static class PublicLogin
{
    private static readonly string ClientId = Settings.ClientId;
    private static readonly string SignInUrl = string.Format("https://login.acme.example/oauth2/authorize?client_id={0}&response_type=code&redirect_uri=https%3A%2F%2Facme.example%2F", ClientId); // expect: OAUTH1002

    public static string RequestToken(string code)
    {
        string body = "client_id={0}&grant_type=authorization_code&code={1}";
        return Post(string.Format(body, ClientId, code));
    }
}
