// Programs that are installed: Xamarin, WPF, Unity.
using System;

public class Login
{
    private Flow _flow;

    public void Xamarin(string clientId) => Present(new OAuth2Authenticator( // expect: OAUTH7002
        clientId,
        "email",
        new Uri("https://login.acme.example/authorize"),
        new Uri("https://app.acme.example/done")));

    public void XamarinWithCode(string clientId) => Present(new OAuth2Authenticator(
        clientId,
        null,
        "email",
        new Uri("https://login.acme.example/authorize"),
        new Uri("https://app.acme.example/done"),
        new Uri("https://login.acme.example/token")));

    public void Window(WebBrowser webBrowser, Options options)
    {
        webBrowser.Navigate(options.StartUrl); // expect: OAUTH7003
        webBrowser.Navigate("https://acme.example/help");
    }
}

public class Cache
{
    public string AccessToken { get; private set; }

    public DateTime ExpiresAt { get; private set; }

    public bool IsValid => DateTime.Now < ExpiresAt; // expect: OAUTH8004 (info)

    public void Store(string accessToken, int expiresIn)
    {
        AccessToken = accessToken;
        ExpiresAt = DateTime.Now.AddSeconds(expiresIn); // expect: OAUTH8004 (info)
    }
}
