// Endpoints, redirects and certificates.
using System;
using System.Collections.Generic;
using System.Net.Http;
using Microsoft.AspNetCore.Mvc;

public static class Endpoints
{
    public const string Authorize = "http://login.acme.example/oauth/authorize"; // expect: OAUTH4001
    public const string Token = "https://login.acme.example/oauth/token";
    public const string Local = "http://localhost:5001/connect/token";
    public const string Container = "http://identity:8080/connect/token";
    public const string TokenClaim = "http://schemas.acme.example/identity/claims/token";
}

public class LoginController : Controller
{
    private string Site => Request.Scheme + "://" + Request.Host; // expect: OAUTH4003

    public IActionResult Start(string provider) =>
        Redirect("https://login.acme.example/authorize?response_type=code&client_id=acme&state=" + NewState() + "&code_challenge=" + Challenge() + "&redirect_uri=" + Uri.EscapeDataString(Site + "/callback")); // expect: OAUTH8006 (info)

    public IActionResult Callback(string code, string state, string returnUrl)
    {
        Validate(state);
        return Redirect(Url.IsLocalUrl(returnUrl) ? returnUrl : "/");
    }
}

public class OpenLoginController : Controller
{
    public IActionResult AfterCallback(string returnUrl) => Redirect(returnUrl); // expect: OAUTH4004
}

public class TokenHttp
{
    public HttpClient Open() => new HttpClient(new HttpClientHandler
    {
        ServerCertificateCustomValidationCallback = (_, _, _, _) => true, // expect: OAUTH4005
    });

    public HttpClient Checked() => new HttpClient(new HttpClientHandler
    {
        ServerCertificateCustomValidationCallback = (_, certificate, _, errors) => errors == 0 || certificate.Thumbprint == Pin,
    });

    public Dictionary<string, string> Request() => new()
    {
        ["client_id"] = "acme",
        ["redirect_uri"] = "http://app.acme.example/callback", // expect: OAUTH4002
    };
}
