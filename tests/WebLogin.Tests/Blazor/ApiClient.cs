namespace WebLogin.Tests.Blazor;

/// <summary>The API, as an application calls it.</summary>
public sealed class ApiClient(HttpClient http)
{
    public Task<string> GetAsync() => http.GetStringAsync(new Uri("", UriKind.Relative));
}
