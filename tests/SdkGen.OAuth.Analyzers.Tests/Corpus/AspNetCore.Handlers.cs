using System;
using System.Net.Http;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

// The handlers of ASP.NET Core check the state, the nonce and the token, unless they are told not to.
public static class Handlers
{
    public static void Add(IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        services.AddAuthentication()
            .AddOpenIdConnect(options =>
            {
                options.Authority = "https://login.acme.example";
                options.ClientId = "web";
                options.ClientSecret = configuration["Acme:ClientSecret"];
                options.ResponseType = "code";
                options.UsePkce = true;
                options.RequireHttpsMetadata = !environment.IsDevelopment();
            })
            .AddOpenIdConnect("legacy", options =>
            {
                options.Authority = "http://login.legacy.example"; // expect: OAUTH4001
                options.ClientId = "web";
                options.ClientSecret = "Jk7-legacy-Qz91"; // expect: OAUTH3001
                options.ResponseType = OpenIdConnectResponseType.IdTokenToken; // expect: OAUTH7002
                options.RequireHttpsMetadata = false; // expect: OAUTH6003
                options.UsePkce = false; // expect: OAUTH2004 (info)
                options.ProtocolValidator.RequireNonce = false; // expect: OAUTH2006
                options.ProtocolValidator.RequireState = false; // expect: OAUTH1001
                options.BackchannelHttpHandler = new HttpClientHandler
                {
                    ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator, // expect: OAUTH4005
                };
            })
            .AddOAuth("GitHub", options =>
            {
                options.AuthorizationEndpoint = "https://github.com/login/oauth/authorize";
                options.TokenEndpoint = "https://github.com/login/oauth/access_token";
                options.ClientId = "Iv1.0123456789abcdef";
                options.ClientSecret = configuration["GitHub:ClientSecret"];
                options.SaveTokens = true;
            })
            .AddJwtBearer(options =>
            {
                options.Authority = "https://login.acme.example";
                options.TokenValidationParameters = new TokenValidationParameters
                {
                    ValidateIssuer = false, // expect: OAUTH6001
                    ValidateAudience = true,
                    ValidAudience = "orders",
                    RequireSignedTokens = false, // expect: OAUTH6002
                };
            });
    }
}

public class AccountController : Controller
{
    private readonly ILogger<AccountController> _logger;

    public AccountController(ILogger<AccountController> logger) => _logger = logger;

    public async Task<IActionResult> Profile()
    {
        var accessToken = await HttpContext.GetTokenAsync("access_token");
        _logger.LogInformation("Token {Token}", accessToken); // expect: OAUTH5001
        Response.Cookies.Append("token", accessToken); // expect: OAUTH5006
        Response.Cookies.Append("session", accessToken, new CookieOptions { HttpOnly = true, Secure = true, SameSite = SameSiteMode.Lax });
        ViewBag.Token = accessToken; // expect: OAUTH5001
        return View();
    }

    public IActionResult Callback(string code, string state)
    {
        if (state != HttpContext.Session.GetString("state")) // expect: OAUTH1008 (info)
        {
            _logger.LogWarning("No login waits for the code {Code}", code); // expect: OAUTH5002
            return BadRequest();
        }

        return Redirect("/");
    }
}
