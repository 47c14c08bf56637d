// Where tokens go that nobody wanted there, with several libraries.
using System;
using System.Collections.Generic;
using System.IO;
using System.Net.Http;
using System.Threading.Tasks;
using IdentityModel.Client;
using Microsoft.Extensions.Logging;
using Newtonsoft.Json;
using RestSharp;
using Serilog;

public class ConsoleLogin
{
    private static readonly HttpClient Http = new HttpClient();

    public async Task Run(IOptions options)
    {
        var disco = await Http.GetDiscoveryDocumentAsync("https://login.acme.example");
        var tokenResponse = await Http.RequestClientCredentialsTokenAsync(new ClientCredentialsTokenRequest { Address = disco.TokenEndpoint, ClientId = "acme" });
        if (tokenResponse.IsError)
        {
            Console.WriteLine(tokenResponse.Error);
            return;
        }

        Console.WriteLine(tokenResponse.Json); // expect: OAUTH5001
        Console.WriteLine(tokenResponse.Raw); // expect: OAUTH5001
        Console.WriteLine($"expires in {tokenResponse.ExpiresIn}");
        Console.WriteLine($"access token: {tokenResponse.AccessToken}"); // expect: OAUTH5001
        Console.WriteLine($"refresh token: {tokenResponse?.RefreshToken ?? "none"}"); // expect: OAUTH5001
        Console.WriteLine($"identity token has {tokenResponse.IdentityToken.Length} characters");

        var users = await Http.GetStringAsync("https://api.acme.example/users");
        Console.WriteLine(users);
    }

    public async Task<string> Redeem(string code)
    {
        var form = new Dictionary<string, string> { ["grant_type"] = "authorization_code", ["code"] = code, ["code_verifier"] = Verifier };
        var reply = await Http.PostAsync("https://login.acme.example/t", new FormUrlEncodedContent(form));
        var text = await reply.Content.ReadAsStringAsync();
        if (!reply.IsSuccessStatusCode)
        {
            Console.WriteLine("failed: " + text);
            throw new HttpRequestException("failed: " + text);
        }

        return text;
    }
}

public class RestLogin
{
    public string Me(string accessToken)
    {
        var client = new RestClient("https://api.acme.example");
        var request = new RestRequest("/me", Method.GET);
        request.AddParameter("access_token", accessToken); // expect: OAUTH5003
        var reply = client.Execute(request);
        Log.Information("user {User}", reply.Content);
        return reply.Content;
    }

    public string Refresh(string refreshToken)
    {
        var client = new RestClient("https://login.acme.example/oauth/token");
        var request = new RestRequest(Method.POST);
        request.AddParameter("grant_type", "refresh_token");
        request.AddParameter("refresh_token", refreshToken);
        return client.Execute(request).Content;
    }
}

public class LoggedLogin
{
    private readonly ILogger<LoggedLogin> _logger;

    public void Done(AuthenticationResult result, string clientSecret)
    {
        _logger.LogInformation("signed in with {AccessToken}", result.AccessToken); // expect: OAUTH5001
        _logger.LogTrace("signed in with {AccessToken}", result.AccessToken); // expect: OAUTH5001 (info)
        _logger.LogInformation("signed in with {AccessToken}", Mask(result.AccessToken));
        _logger.LogInformation("signed in as {User} until {ExpiresOn}", result.Account, result.ExpiresOn);
        if (_logger.IsEnabled(LogLevel.Debug))
        {
            _logger.LogInformation("secret {Secret}", clientSecret); // expect: OAUTH5001 (info)
        }
    }

    public void Keep(AuthenticationResult result, IProtector protector)
    {
        File.WriteAllText("token.txt", result.AccessToken); // expect: OAUTH5005
        File.WriteAllText("token.txt", protector.Protect(result.AccessToken));
        File.WriteAllText("token.json", JsonConvert.SerializeObject(result.RefreshToken)); // expect: OAUTH5005
    }

    private static string Mask(string value) => value.Substring(0, 4) + "…";
}

public record StoredLogin(string UserName, string RefreshToken); // expect: OAUTH5008

public record Expiry(string UserName, DateTime RefreshTokenExpiresAt);
