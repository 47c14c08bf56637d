// Requests that are classes of their own, with the grant in the one that derives.
using System;
using System.Threading.Tasks;

public class GameLogin
{
    private readonly string _clientId;
    private readonly string _clientSecret;

    internal bool SignIn(string user, string password)
    {
        using (var request = new PasswordTokenMessage(user, password) { ClientId = _clientId, ClientSecret = _clientSecret })
        {
            try
            {
                request.Perform();
            }
            catch // expect: OAUTH8001 (info)
            {
                return false;
            }

            return true;
        }
    }

    private class PasswordTokenMessage : TokenMessage
    {
        internal PasswordTokenMessage(string user, string password)
        {
            GrantType = @"password"; // expect: OAUTH7001
        }
    }

    private class RefreshTokenMessage : TokenMessage
    {
        internal RefreshTokenMessage() => GrantType = @"refresh_token";
    }

    private class TokenMessage : WebRequest
    {
        protected string GrantType;

        protected override void Prepare() => AddParameter("grant_type", GrantType);
    }
}

public interface ITokenApi
{
    [Post("/oauth/token")]
    Task<Reply> GetAsync([Body(BodySerializationMethod.UrlEncoded)] IDictionary<string, string> form);
}

public class TokenService
{
    private readonly ITokenApi _api;

    public Task<Reply> SignIn(string user, string password) => _api.GetAsync(new Dictionary<string, string>
    {
        {"grant_type", "password"}, // expect: OAUTH7001
        {"username", user},
        {"password", password},
    });
}
