using System;
using System.Collections.Specialized;
using System.Configuration;
using System.IO;
using System.Net;
using System.Text;
using System.Web;

// What was written before HttpClient, and still runs.
public class WebRequestClient
{
    private const string TokenUrl = "https://login.acme.example/oauth/token";

    public string PasswordLogin(string user, string password)
    {
        var request = (HttpWebRequest)WebRequest.Create(TokenUrl);
        request.Method = "POST";
        request.ContentType = "application/x-www-form-urlencoded";
        var body = "grant_type=password&client_id=desk&username=" + Uri.EscapeDataString(user) + "&password=" + Uri.EscapeDataString(password); // expect: OAUTH7001
        Write(request, body);
        using (var reader = new StreamReader(request.GetResponse().GetResponseStream()))
        {
            var reply = reader.ReadToEnd();
            Console.WriteLine(reply); // expect: OAUTH5001
            return reply;
        }
    }

    public string Client(string secret)
    {
        var request = WebRequest.Create(TokenUrl + "?grant_type=client_credentials&client_id=desk&client_secret=" + secret); // expect: OAUTH5004, OAUTH8006 (info)
        return Read(request);
    }

    public string Me(string accessToken) => Read(WebRequest.Create("https://api.acme.example/me?access_token=" + accessToken)); // expect: OAUTH5003

    public string MeInHeader(string accessToken)
    {
        var request = WebRequest.Create("https://api.acme.example/me");
        request.Headers["Authorization"] = "Bearer " + accessToken;
        return Read(request);
    }

    public byte[] Upload(string code)
    {
        using (var client = new WebClient())
        {
            var form = new NameValueCollection
            {
                { "grant_type", "authorization_code" },
                { "client_id", "desk" },
                { "client_secret", "q7Rk2mZx9TfW4bLd" }, // expect: OAUTH3001
                { "code", code },
            };
            return client.UploadValues(TokenUrl, form);
        }
    }

    public byte[] UploadFromConfiguration(string code)
    {
        using (var client = new WebClient())
        {
            var form = HttpUtility.ParseQueryString("");
            form["grant_type"] = "authorization_code";
            form["client_id"] = "desk";
            form["client_secret"] = ConfigurationManager.AppSettings["ClientSecret"];
            form["code"] = code;
            return client.UploadData(TokenUrl, Encoding.ASCII.GetBytes(form.ToString()));
        }
    }

    public void Trust()
    {
        ServicePointManager.ServerCertificateValidationCallback += (sender, certificate, chain, errors) => true; // expect: OAUTH4005
    }

    private static void Write(WebRequest request, string body)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        using (var stream = request.GetRequestStream())
        {
            stream.Write(bytes, 0, bytes.Length);
        }
    }

    private static string Read(WebRequest request)
    {
        using (var reader = new StreamReader(request.GetResponse().GetResponseStream()))
        {
            return reader.ReadToEnd();
        }
    }
}
