using Microsoft.AspNetCore.Authentication.Cookies;
using Refit;
using SampleWeb;

var builder = WebApplication.CreateBuilder(args);

// Issuer and ClientId are in appsettings.json, ClientSecret is in the user secrets or in the environment.
builder.Services.AddAcme(builder.Configuration.GetSection("Acme"));
builder.Services
    .AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme)
    .AddCookie()
    .AddOAuthScheme<IAcme>();
builder.Services.AddAuthorization();
builder.Services.AddAntiforgery();

// The API gets the token of whoever is signed in. It is refreshed by itself, and goes to this address only.
builder.Services
    .AddRefitGeneratedClient<IApi>()
    .ConfigureHttpClient(client => client.BaseAddress = new Uri(builder.Configuration["Api:Address"] ?? throw new InvalidOperationException("State Api:Address.")))
    .AddUserAccessToken<IAcme>();

var app = builder.Build();
app.UseAuthentication();
app.UseAuthorization();
app.UseAntiforgery();
app.UseOAuthSignInAgain();
Pages.Map(app);
app.Run();
