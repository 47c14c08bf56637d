using Microsoft.AspNetCore.Authentication.Cookies;
using SdkGen.OAuth;
using WebApplication;

// What a user of the package writes, and a browser that tries it. Each line that is printed is compared with what it has to be.
await using var provider = await Provider.StartAsync();
var builder = Microsoft.AspNetCore.Builder.WebApplication.CreateSlimBuilder(args);
builder.Logging.ClearProviders();
builder.WebHost.UseUrls("http://127.0.0.1:0");
builder.Configuration.AddInMemoryCollection([new("Company:Issuer", provider.Urls.Single()), new("Company:ClientId", "web")]);
builder.Services.AddCompany(builder.Configuration.GetSection("Company"));
builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie().AddOAuthScheme<ICompany>();
builder.Services.AddAuthorization();
builder.Services.AddDistributedMemoryCache();
builder.Services.AddServerSideUserTokens();
builder.Services.AddHttpClient("api", client => client.BaseAddress = new(provider.Urls.Single())).AddUserAccessToken<ICompany>();

await using var app = builder.Build();
app.UseAuthentication();
app.UseAuthorization();
app.UseOAuthSignInAgain();
app.MapGet("/private", (HttpContext http) => $"{http.User.Identity!.Name} {http.User.FindFirst("sub")!.Value}").RequireAuthorization();
app.MapGet("/api", (IHttpClientFactory clients) => clients.CreateClient("api").GetStringAsync(new Uri("api", UriKind.Relative))).RequireAuthorization();
app.MapOAuthLogin<ICompany>("/login", "/callback", login => Results.Text($"{login.Token.AccessToken} {login.ReturnUrl}"));
await app.StartAsync();

using var browser = new HttpClient { BaseAddress = new(app.Urls.Single()) };
Console.WriteLine($"signed in: {await browser.GetStringAsync(new Uri("private", UriKind.Relative))}");
Console.WriteLine($"api: {await browser.GetStringAsync(new Uri("api", UriKind.Relative))}");
await Task.Delay(TimeSpan.FromSeconds(1.2));
Console.WriteLine($"refreshed: {await browser.GetStringAsync(new Uri("api", UriKind.Relative))}");
Console.WriteLine($"endpoints: {await browser.GetStringAsync(new Uri("login?returnUrl=/here", UriKind.Relative))}");
