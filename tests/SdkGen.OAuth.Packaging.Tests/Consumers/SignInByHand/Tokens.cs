namespace SignInByHand;

/// <summary>OAuth by hand, with mistakes.</summary>
public static class Tokens
{
    public static FormUrlEncodedContent Form(string clientId) => new(new Dictionary<string, string>
    {
        ["grant_type"] = "client_credentials", ["client_id"] = clientId,
        ["client_secret"] = "q7Rk2mZx9TfW4bLd",
    });

    public static string Body(string clientId, string scope) => $"grant_type=client_credentials&client_id={clientId}&scope={scope}";
}
