import { testRule, unknown } from "../../src/api/testing";
import rule from "../../src/rules/no-development-redirect-hosts";

/** A host of each entry in the list, and a host that no entry matches. */
const HOSTS = {
    debugger: [
        ["oauth.pstmn.io", "pstmn.io"],
        ["www.getpostman.com", "blog.getpostman.com"],
        ["app.getpostman.com", "getpostman.com"],
        ["oauth.usebruno.com", "www.usebruno.com"],
        ["www.thunderclient.com", "thunderclient.com"],
        ["hoppscotch.io", "docs.hoppscotch.io"],
        ["oauthdebugger.com", "myoauthdebugger.com"],
        ["oidcdebugger.com", "oidcdebugger.com.acme.dev"],
        ["openidconnect.net", "www.openidconnect.net"],
        ["oauth.tools", "oauth.tools.acme.dev"],
        ["jwt.io", "jwt.io.acme.dev"],
        ["jwt.ms", "www.jwt.ms"],
        ["webhook.site", "mywebhook.site"],
        ["aa54561b.webhook.site", "webhook.site.acme.dev"],
        ["eofyfyh52mz68hy.m.pipedream.net", "pipedream.net"],
        ["acme.requestcatcher.com", "requestcatcher.com"],
    ],
    tunnel: [
        ["acme.ngrok.app", "ngrok.app"],
        ["acme.ngrok.dev", "ngrok.dev"],
        ["3f2a.eu.ngrok.io", "ngrok.io"],
        ["acme.ngrok.pizza", "ngrok.pizza"],
        ["acme.ngrok.pro", "ngrok.pro"],
        ["3f2a.ngrok-free.app", "3f2a.ngrok-free.app.acme.dev"],
        ["3f2a.ngrok-free.dev", "ngrok-free.dev"],
        ["moody-actors-sin.loca.lt", "loca.lt"],
        ["6b62ad7472b661.lhr.life", "lhr.life"],
        ["acme.serveo.net", "serveo.net"],
        ["acme.serveousercontent.com", "serveousercontent.com"],
        ["some-random-words.trycloudflare.com", "trycloudflare.com"],
        ["4jzhg556-5000.inc1.devtunnels.ms", "devtunnels.ms"],
        ["abcd1234.a.pinggy.link", "pinggy.link"],
    ],
    "development environment": [
        ["psychic-doodle-jj5v-8888.app.github.dev", "app.github.dev"],
        ["6000-web.cluster-lu4mup.cloudworkstations.dev", "cloudworkstations.dev"],
        ["8000-acme-shop.ws-eu43.gitpod.io", "gitpod.io"],
        ["7t72z6-3000.csb.app", "csb.app"],
        ["acme-shop.stackblitz.io", "stackblitz.io"],
        ["acme--5173.local.webcontainer.io", "webcontainer.io"],
        ["shop.acme.repl.co", "repl.co"],
        ["94c78aa4.pike.replit.dev", "replit.dev"],
    ],
    proxy: [["auth.expo.io", "expo.io"]],
} as const;

const hosts = Object.entries(HOSTS).flatMap(([kind, pairs]) => pairs.map(([host, other]) => ({ kind, host, other })));

testRule(rule, {
    accept: [
        { name: "a client without redirect URLs", client: {} },
        ...hosts.map(({ other }) => ({ name: other, client: { callbackUrls: [`https://${other}/callback`] } })),
        {
            name: "hosts of the app",
            client: {
                callbackUrls: ["https://shop.acme.dev/oauth.pstmn.io", "https://jwt.io@acme.dev/", "https://acme.dev/?to=https://jwt.io"],
                logoutUrls: ["http://localhost:3000"],
            },
        },
        { name: "custom schemes", client: { callbackUrls: ["myapp://jwt.io", "exp://acme.ngrok.io"] } },
        {
            name: "invalid URLs, which valid-redirect-urls and no-placeholder-redirect-urls report",
            client: { callbackUrls: ["jwt.io/cb", "//jwt.io", "https://jwt.io:port"] },
        },
        {
            name: "allowed hosts",
            client: { callbackUrls: ["https://JWT.io/", "https://acme.ngrok.app", "https://a.b.ngrok.dev:8443/cb"] },
            options: { allowedHosts: ["jwt.IO", "acme.ngrok.app", "*.ngrok.dev"] },
        },
        {
            name: "an allowed host that the option additionalHosts has as well",
            client: { callbackUrls: ["https://dev.acme.dev"] },
            options: { additionalHosts: ["*.acme.dev"], allowedHosts: ["dev.acme.dev"] },
        },
        {
            name: "hosts that the option additionalHosts does not match",
            client: { callbackUrls: ["https://acme.dev", "https://shop.acme.dev"] },
            options: { additionalHosts: ["*.shop.acme.dev", "dev.acme.dev", "[x"] },
        },
    ],
    unknown: [{ name: "an unknown URL", client: { defaultRedirectUri: unknown }, unknown: ["defaultRedirectUri"] }],
    reject: [
        ...hosts.map(({ kind, host }) => ({
            name: host,
            client: { callbackUrls: [`https://${host}/callback`] },
            expect: [`callbackUrls has a development host in "https://${host}/callback" (${kind}).`],
        })),
        {
            name: "several URLs in one message",
            client: {
                callbackUrls: [
                    "https://shop.acme.dev/callback",
                    "https://OAuth.pstmn.io/v1/callback",
                    "https://3f2a.ngrok-free.app:443/cb",
                    "http://user@8000-shop.gitpod.io./cb",
                ],
            },
            expect: [
                'callbackUrls has a development host in "https://OAuth.pstmn.io/v1/callback" (debugger), ' +
                    '"https://3f2a.ngrok-free.app:443/cb" (tunnel) and "http://***@8000-shop.gitpod.io./cb" (development environment).',
            ],
        },
        {
            name: "the proxy of Expo with the name of a user in its path",
            client: { callbackUrls: ["https://auth.expo.io/@acme/shop"] },
            expect: ['callbackUrls has a development host in "https://auth.expo.io/@acme/shop" (proxy).'],
        },
        {
            name: "each property in its own message",
            client: { callbackUrls: ["https://jwt.io"], logoutUrls: ["https://jwt.ms/"], defaultRedirectUri: "https://acme.loca.lt" },
            expect: [
                'callbackUrls has a development host in "https://jwt.io" (debugger).',
                'logoutUrls has a development host in "https://jwt.ms/" (debugger).',
                'defaultRedirectUri has a development host in "https://acme.loca.lt" (tunnel).',
            ],
        },
        {
            name: "hosts of the option, next to those of the list",
            client: { callbackUrls: ["https://web.preview.acme.dev", "https://Dev.acme.dev/", "https://jwt.io"] },
            options: { additionalHosts: ["*.preview.acme.dev", "dev.ACME.dev"] },
            expect: [
                'callbackUrls has a development host in "https://web.preview.acme.dev", "https://Dev.acme.dev/" and "https://jwt.io" (debugger).',
            ],
        },
        {
            name: "hosts that are not allowed next to allowed ones",
            client: { callbackUrls: ["https://acme.ngrok.app", "https://evil.ngrok.app"] },
            options: { allowedHosts: ["acme.ngrok.app"] },
            expect: ['callbackUrls has a development host in "https://evil.ngrok.app" (tunnel).'],
        },
        {
            name: "known elements of a partly unknown list, without a password",
            client: { callbackUrls: [unknown, "https://me:secret@jwt.io/"], logoutUrls: unknown },
            expect: ['callbackUrls has a development host in "https://***@jwt.io/" (debugger).'],
            unknown: ["callbackUrls[0]", "logoutUrls"],
        },
    ],
});
