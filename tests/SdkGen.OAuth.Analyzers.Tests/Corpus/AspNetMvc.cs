// Controllers that sign users in by hand, with services and models in other projects.
using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Threading.Tasks;
using System.Web.Mvc;

public class UncheckedController : Controller
{
    private static readonly HttpClient Http = new HttpClient();

    public ActionResult Login()
    {
        // Written by hand, without a state.
        return Redirect("https://login.acme.example/oauth2/authorize?response_type=code&client_id=" + Settings.ClientId + // expect: OAUTH1002
            "&redirect_uri=" + Url.Encode(Settings.Callback) + "&scope=profile");
    }

    public async Task<ActionResult> Callback(string code)
    {
        if (string.IsNullOrEmpty(code))
        {
            return new HttpStatusCodeResult(400);
        }

        var form = new Dictionary<string, string>
        {
            { "grant_type", "authorization_code" },
            { "code", code }, // expect: OAUTH1001
            { "redirect_uri", Settings.Callback },
            { "client_id", Settings.ClientId },
            { "client_secret", Settings.ClientSecret },
        };
        var reply = await Http.PostAsync("https://login.acme.example/oauth2/token", new FormUrlEncodedContent(form));
        return View(await reply.Content.ReadAsAsync<Tokens>());
    }

    public ActionResult External(AuthorizationResult answer)
    {
        var user = Providers.Complete("acme", answer); // expect: OAUTH1001
        return View(user);
    }

    public ActionResult StartByName(string user)
    {
        return Redirect(Providers.Link(new ProviderAuthorizeModel
        {
            ClientId = Settings.ClientId,
            State = $"bind_{DateTime.Now:yyyyMMddHHmmss}", // expect: OAUTH1004
        }));
    }
}

public class SessionController : Controller
{
    public ActionResult Login()
    {
        var csrf = Guid.NewGuid().ToString("N");
        Session["CSRF"] = csrf;
        return Redirect(_client.Oauth.GetGitHubLoginUrl(new OauthLoginRequest(Settings.ClientId) { State = csrf }).ToString());
    }

    public async Task<ActionResult> Authorize(string code, string state)
    {
        if (state != Session["CSRF"] as string) throw new InvalidOperationException(); // expect: OAUTH1008 (info)
        Session["CSRF"] = null;
        var token = await _client.Oauth.CreateAccessToken(new OauthTokenRequest(Settings.ClientId, Settings.ClientSecret, code));
        Session["token"] = token.AccessToken;
        return RedirectToAction("Index");
    }
}

public class TableController : Controller
{
    private static readonly Dictionary<Guid, Pending> Requests = new Dictionary<Guid, Pending>();

    public ActionResult Authorize()
    {
        Guid state = Guid.NewGuid();
        Requests[state] = new Pending();
        return new RedirectResult(Link(state.ToString()));
    }

    public async Task<ActionResult> Callback(string code, Guid state)
    {
        string error;
        if (Accept(code, state.ToString(), out error))
        {
            await Providers.RedeemAsync(code);
        }

        return View(error);
    }

    private static bool Accept(string code, string state, out string error)
    {
        error = null;
        Guid key;
        if (!Guid.TryParse(state, out key) || !Requests.ContainsKey(key))
        {
            error = "unknown";
        }

        return error == null;
    }

    private static string Link(string state)
    {
        var query = HttpUtility.ParseQueryString("");
        query["client_id"] = Settings.ClientId;
        query["response_type"] = "code";
        query["state"] = state;
        query["redirect_uri"] = Settings.Callback;
        return "https://login.acme.example/authorize?" + query;
    }
}

public class LibraryController : Controller
{
    public async Task<ActionResult> Callback(string code, string state)
    {
        if (!States.TryGetValue(state, out var login))
        {
            return new HttpStatusCodeResult(400);
        }

        var result = await new OidcClient(login.Options).ProcessResponseAsync(Request.QueryString.ToString(), login.State);
        return View(result.User);
    }
}
