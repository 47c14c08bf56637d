using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenIddict.Client;
using OpenIddict.Client.AspNetCore;

namespace SdkGen.OAuth.Comparison;

/// <summary>OpenIddict's client in a web application, with the token storage that its guide sets up.</summary>
internal sealed class OpenIddictClient : ILibrary
{
    public string Name => "OpenIddict.Client";

    public string Version => PackageVersion.Of(typeof(OpenIddictClientService));

    public ILibraryClient Create(Scenario scenario, ILoggerFactory loggers) => new Client(scenario.Issuer, loggers);

    private sealed class Client : ILibraryClient
    {
        private readonly SqliteConnection _connection = new("Data Source=:memory:");
        private readonly WebApplication _app;
        private readonly SemaphoreSlim _starting = new(1);
        private bool _started;

        public Client(string issuer, ILoggerFactory loggers)
        {
            _connection.Open();
            var builder = WebApplication.CreateBuilder();
            builder.WebHost.UseTestServer();
            builder.Services.AddSingleton(loggers);
            builder.Services.AddAuthentication();
            builder.Services.AddDbContext<DbContext>(database => database.UseSqlite(_connection).UseOpenIddict());
            builder.Services.AddOpenIddict()
                .AddCore(core => core.UseEntityFrameworkCore().UseDbContext<DbContext>())
                .AddClient(client =>
                {
                    client.AllowAuthorizationCodeFlow().AllowClientCredentialsFlow();
                    client.AddEphemeralEncryptionKey().AddEphemeralSigningKey();
                    client.UseAspNetCore().EnableRedirectionEndpointPassthrough().DisableTransportSecurityRequirement();
                    client.UseSystemNetHttp();
                    client.AddRegistration(new OpenIddictClientRegistration
                    {
                        Issuer = new(issuer),
                        ClientId = HostileProvider.ClientId,
                        ClientSecret = HostileProvider.ClientSecret,
                        RedirectUri = HostileProvider.RedirectUri,
                        Scopes = { "openid" },
                    });
                });
            _app = builder.Build();
            _app.MapGet("/login", () => Results.Challenge(null, [OpenIddictClientAspNetCoreDefaults.AuthenticationScheme]));
            _app.MapGet("/callback", async (HttpContext http) =>
            {
                var result = await http.AuthenticateAsync(OpenIddictClientAspNetCoreDefaults.AuthenticationScheme);
                return result.Succeeded
                    ? Results.Text(result.Properties!.GetTokenValue(OpenIddictClientAspNetCoreConstants.Tokens.BackchannelAccessTokenExpirationDate) ?? "")
                    : Results.Text(result.Failure?.Message ?? "refused", statusCode: 400);
            });
        }

        public bool TakesCallbacksTwice => true;

        public bool KeepsMachineTokens => false;

        public async Task<TimeSpan?> SignInAsync(Func<Uri, Uri> callback, bool again)
        {
            await StartAsync();
            using var browser = _app.GetTestServer().CreateClient();
            browser.BaseAddress = new(HostileProvider.RedirectUri.GetLeftPart(UriPartial.Authority));
            using var challenge = await browser.GetAsync("/login");
            if (challenge.Headers.Location is not { } start)
            {
                throw new LibraryException(await challenge.Content.ReadAsStringAsync());
            }

            var answer = callback(start);
            var cookies = challenge.Headers.TryGetValues("Set-Cookie", out var set) ? string.Join("; ", set.Select(cookie => cookie.Split(';')[0])) : "";
            var (status, text) = await SendAsync(browser, answer, cookies);
            if (again && status == HttpStatusCode.OK)
            {
                (status, text) = await SendAsync(browser, answer, cookies);
            }

            return status == HttpStatusCode.OK ? Life(text) : throw new LibraryException(text);
        }

        public async Task<TimeSpan?> GetMachineTokenAsync()
        {
            await StartAsync();
            var service = _app.Services.GetRequiredService<OpenIddictClientService>();
            var result = await service.AuthenticateWithClientCredentialsAsync(new() { Scopes = ["api"] });
            return result.AccessTokenExpirationDate - DateTimeOffset.UtcNow;
        }

        public async ValueTask DisposeAsync()
        {
            await _app.DisposeAsync();
            await _connection.DisposeAsync();
            _starting.Dispose();
        }

        private async Task StartAsync()
        {
            await _starting.WaitAsync();
            if (!_started)
            {
                using var scope = _app.Services.CreateScope();
                await scope.ServiceProvider.GetRequiredService<DbContext>().Database.EnsureCreatedAsync();
                await _app.StartAsync();
                _started = true;
            }

            _starting.Release();
        }

        private static async Task<(HttpStatusCode Status, string Text)> SendAsync(HttpClient browser, Uri callback, string cookies)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, callback);
            request.Headers.Add("Cookie", cookies);
            using var response = await browser.SendAsync(request);
            return (response.StatusCode, await response.Content.ReadAsStringAsync());
        }

        private static TimeSpan? Life(string expiration) =>
            DateTimeOffset.TryParse(expiration, CultureInfo.InvariantCulture, out var date) ? date - DateTimeOffset.UtcNow : null;
    }
}
