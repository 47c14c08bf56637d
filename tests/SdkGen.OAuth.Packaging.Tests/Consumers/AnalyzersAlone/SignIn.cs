namespace AnalyzersAlone;

/// <summary>OAuth by hand, without the SDK.</summary>
public static class SignIn
{
    public static async Task<string> RefreshAsync(HttpClient http, Uri tokenEndpoint, string clientId, string refreshToken)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "refresh_token",
            ["client_id"] = clientId,
            ["refresh_token"] = refreshToken,
        });
        using var response = await http.PostAsync(tokenEndpoint, form);
        return await response.Content.ReadAsStringAsync();
    }
}
