using System;
using System.Threading.Tasks;
using RestSharp;
using RestSharp.Authenticators;

// RestSharp: parameters of a GET are its query, those of a POST its body.
public class RestSharpClient
{
    private readonly RestClient _client = new RestClient("https://login.acme.example");

    public async Task<string> Password(string user, string password)
    {
        var request = new RestRequest("/oauth/token", Method.Post);
        request.AddParameter("grant_type", "password"); // expect: OAUTH7001
        request.AddParameter("client_id", "shop");
        request.AddParameter("client_secret", "9fK2-shop-Lq71"); // expect: OAUTH3001
        request.AddParameter("username", user);
        request.AddParameter("password", password);
        var response = await _client.ExecuteAsync(request);
        Console.WriteLine(response.Content); // expect: OAUTH5001
        return response.Content;
    }

    public async Task<string> Code(string code, string verifier, string secret)
    {
        var request = new RestRequest("/oauth/token", Method.Post)
            .AddParameter("grant_type", "authorization_code")
            .AddParameter("client_id", "shop")
            .AddParameter("client_secret", secret)
            .AddParameter("code_verifier", verifier)
            .AddParameter("code", code);
        var response = await _client.ExecuteAsync(request);
        return response.Content;
    }

    public Task<RestResponse> Me(string accessToken)
    {
        var request = new RestRequest("/me");
        request.AddParameter("access_token", accessToken); // expect: OAUTH5003
        return _client.ExecuteAsync(request);
    }

    public Task<RestResponse> Orders(string accessToken)
    {
        var request = new RestRequest("/orders");
        request.AddQueryParameter("access_token", accessToken); // expect: OAUTH5003
        return _client.ExecuteAsync(request);
    }

    public Task<RestResponse> OrdersInHeader(string accessToken)
    {
        var request = new RestRequest("/orders");
        request.AddHeader("Authorization", "Bearer " + accessToken);
        return _client.ExecuteAsync(request);
    }

    public Task<RestResponse> Basic(string id, string secret)
    {
        var options = new RestClientOptions("https://login.acme.example")
        {
            Authenticator = new HttpBasicAuthenticator(id, secret),
            RemoteCertificateValidationCallback = (sender, certificate, chain, errors) => true, // expect: OAUTH4005
        };
        var request = new RestRequest("/oauth/token", Method.Post).AddParameter("grant_type", "client_credentials");
        return new RestClient(options).ExecuteAsync(request);
    }
}
