// Libraries for other people's applications: what is checked, and by whom.
using System;
using System.Collections.Generic;
using System.Collections.Specialized;
using System.Threading.Tasks;
using System.Web;

public abstract class OAuthClientBase
{
    public string State { get; private set; }

    public virtual string GetLoginLinkUri(string state = null) // expect: OAUTH1002 (info)
    {
        var request = _factory.CreateRequest(Endpoint);
        request.AddObject(new { response_type = "code", client_id = Configuration.ClientId, redirect_uri = Configuration.RedirectUri, state });
        return request.ToString();
    }

    public async Task<string> GetTokenAsync(NameValueCollection parameters)
    {
        State = parameters["state"]; // expect: OAUTH1001
        return await Query(parameters);
    }

    protected virtual void BeforeGetAccessToken(BeforeRequestArgs args) =>
        args.Request.AddObject(new { code = args.Parameters.GetOrThrow("code"), client_secret = Configuration.ClientSecret, grant_type = "authorization_code" });
}

public class FallbackClient : OAuthClientBase
{
    public override string GetLoginLinkUri(string state = null) => base.GetLoginLinkUri(state ?? Guid.NewGuid().ToString("N")); // expect: OAUTH1006
}

public class AuthorizeRequest
{
    public string ClientID => Configuration.ClientId;

    public string State { get; set; } = Guid.NewGuid().ToString("N"); // expect: OAUTH1006 (info)
}

public class PassingClient
{
    public Uri BuildAuthorizeUri(string state, string deviceId) =>
        new Uri(string.Format("https://api.acme.example/oauth2/auth?clientid={0}&response_type=code&state={1}&deviceid={2}", _clientId, state, deviceId)); // expect: OAUTH8006 (info)

    public AuthorizeResponse ProcessAuthorizeResponse(string responseData)
    {
        var result = new AuthorizeResponse();
        foreach (var part in responseData.Split('?', '&'))
        {
            var pair = part.Split('=');
            if (pair[0].ToLower() == "code") result.Code = pair[1];
            if (pair[0].ToLower() == "state") result.State = pair[1];
        }

        return result;
    }
}

public class CheckingClient
{
    private string state;

    public string GetAuthorizationUrl()
    {
        state = Guid.NewGuid().ToString("D");
        return UrlBuilder.New(_url).SetQueryParameters(new AuthorizationCodeRequest { clientId = _id, redirectUri = _redirect, state = state }).ToString();
    }

    public virtual async Task<AccessTokenResponse> ExchangeCodeForAccessTokenAsync(string redirectUrl)
    {
        var query = HttpUtility.ParseQueryString(new Uri(redirectUrl).Query);
        var response = Json.Read<AuthorizationCodeResponse>(query);
        if (!string.IsNullOrEmpty(state) && state != response.state) throw new InvalidOperationException();
        return await Get(response.code);
    }
}

public class LinkAndRedeem
{
    public string Link()
    {
        var request = new AuthorizeRequest();
        return string.Concat(new string[] { Endpoint, "?client_id=", request.ClientID, "&scope=", request.Scope, "&state=", request.State });
    }

    public async Task<string> GetAccessTokenAsync(string code)
    {
        var content = new StringContent($"code={code}&client_id={_id}&client_secret={_secret}&redirect_uri={_redirect}"); // expect: OAUTH1001, OAUTH8006 (info)
        return await Post(content);
    }
}

public class Overlay
{
    public string Url(string name) => $"https://overlay.acme.example/{name}?nonce={new Random().Next()}";
}
