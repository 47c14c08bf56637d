using System;
using System.IO;
using System.Net.Http;
using System.Threading.Tasks;
using IdentityModel.OidcClient;
using IdentityModel.OidcClient.Browser;

// OidcClient checks state, nonce and token by itself: what is left is what the program does with the result.
public class OidcLogin
{
    public async Task<string> Login(IBrowser browser)
    {
        var client = new OidcClient(new OidcClientOptions
        {
            Authority = "https://login.acme.example",
            ClientId = "desk",
            RedirectUri = "http://127.0.0.1:7890/",
            Scope = "openid profile offline_access",
            Browser = browser,
        });
        var result = await client.LoginAsync(new LoginRequest());
        if (result.IsError)
        {
            Console.WriteLine(result.Error);
            return null;
        }

        Console.WriteLine($"access token: {result.AccessToken}"); // expect: OAUTH5001
        Console.WriteLine($"refresh token: {result.RefreshToken ?? "none"}"); // expect: OAUTH5001
        File.WriteAllText("refresh_token", result.RefreshToken); // expect: OAUTH5005
        Console.WriteLine($"expires: {result.AccessTokenExpiration}");
        return result.AccessToken;
    }

    public async Task Manual(OidcClient client)
    {
        var state = await client.PrepareLoginAsync();
        var response = Console.ReadLine();
        var result = await client.ProcessResponseAsync(response, state);
        Console.WriteLine(result.User.Identity.Name);
    }

    public OidcClientOptions Relaxed() => new OidcClientOptions
    {
        Authority = "https://login.acme.example",
        ClientId = "desk",
        ClientSecret = "m4Vt-desk-0Yp2", // expect: OAUTH3001
        Scope = "openid, profile", // expect: OAUTH8005
        Policy = new Policy { Discovery = { RequireHttps = false, ValidateIssuerName = false } }, // expect: OAUTH6003, OAUTH6004 (info)
        BackchannelHandler = new HttpClientHandler { ServerCertificateCustomValidationCallback = (_, _, _, _) => true }, // expect: OAUTH4005
    };
}
