namespace PluginHost.PressRoom.Site;

/// <summary>How the pages look: one sheet in each of them, so that a page is whole wherever it is put. Sides are named by the direction of the text.</summary>
internal static class Style
{
    public const string Sheet = """
        :root{--ink:#17191c;--soft:#5b6470;--line:#dfe3e8;--paper:#fff;--wash:#f5f6f8;--mark:#0b5cad;--warn:#8a1c1c;--warnwash:#fdf0ef}
        @media (prefers-color-scheme:dark){:root{--ink:#e8eaed;--soft:#9aa4b0;--line:#2f353d;--paper:#121519;--wash:#1a1f25;--mark:#7db8f5;--warn:#ffb3ad;--warnwash:#2c1a1a}}
        *{box-sizing:border-box}
        html{-webkit-text-size-adjust:100%}
        body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.65 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Noto Sans Arabic",sans-serif}
        .wrap{max-width:44rem;margin:0 auto;padding:0 1.25rem}
        header.top{border-block-end:1px solid var(--line);margin-block-end:2.5rem}
        header.top .wrap{display:flex;flex-wrap:wrap;gap:.5rem 1.5rem;align-items:baseline;justify-content:space-between;padding-block:1.1rem}
        .brand{font-weight:700;letter-spacing:-.01em;color:inherit;text-decoration:none}
        .brand span{font-weight:400;color:var(--soft)}
        nav.langs{display:flex;flex-wrap:wrap;gap:.15rem .9rem;font-size:.9rem}
        nav.langs a,nav.langs b{color:var(--soft)}
        nav.langs b{color:var(--ink);font-weight:600}
        a{color:var(--mark);text-underline-offset:.18em;text-decoration-thickness:.06em}
        h1,h2,h3,h4{line-height:1.22;letter-spacing:-.015em;text-wrap:balance}
        h1{font-size:clamp(1.8rem,5vw,2.5rem);margin:.35rem 0 1rem}
        h2{font-size:1.35rem;margin:2.2rem 0 .6rem}
        h3{font-size:1.1rem;margin:1.8rem 0 .4rem}
        :lang(ar) h1,:lang(ar) h2,:lang(ar) h3{letter-spacing:0}
        .when{color:var(--soft);font-size:.92rem}
        .lead{font-size:1.22rem;line-height:1.5;color:var(--soft);margin:0 0 2rem}
        .body img{max-width:100%;height:auto;border-radius:.4rem;display:block;margin:1.8rem 0}
        .body blockquote{margin:1.6rem 0;padding-inline-start:1.1rem;border-inline-start:3px solid var(--mark);color:var(--soft)}
        .body table{border-collapse:collapse;width:100%;margin:1.6rem 0;font-variant-numeric:tabular-nums}
        .body th,.body td{text-align:start;padding-block:.45rem;padding-inline-end:.8rem;border-block-end:1px solid var(--line)}
        .body pre{overflow:auto;background:var(--wash);padding:1rem;border-radius:.4rem}
        code{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;font-size:.92em}
        .note{border:1px solid currentColor;color:var(--warn);background:var(--warnwash);border-radius:.5rem;padding:1rem 1.2rem;margin:0 0 2rem}
        .note strong{display:block}
        .box{background:var(--wash);border-radius:.6rem;padding:1.1rem 1.3rem;margin:1.2rem 0;font-size:.97rem}
        .box h2{font-size:.8rem;letter-spacing:.06em;text-transform:uppercase;color:var(--soft);margin:0 0 .4rem}
        .box p{margin:.4rem 0}
        .tags{display:flex;flex-wrap:wrap;gap:.4rem;list-style:none;padding:0;margin:2rem 0;font-size:.85rem}
        .tags li{border:1px solid var(--line);border-radius:99rem;padding:.1rem .7rem;color:var(--soft)}
        .list{list-style:none;padding:0;margin:0}
        .list>li{padding-block:1.4rem;border-block-end:1px solid var(--line)}
        .list>li:first-child{padding-block-start:0}
        .list h2{margin:.15rem 0 .35rem}
        .list h2 a{color:inherit;text-decoration:none}
        .list h2 a:hover{text-decoration:underline}
        .list p{margin:0;color:var(--soft)}
        .list .langs{margin-block-start:.5rem}
        .gone h2{text-decoration:line-through;text-decoration-thickness:1px}
        footer{border-block-start:1px solid var(--line);margin-block-start:3.5rem;font-size:.9rem;color:var(--soft)}
        footer .wrap{display:flex;flex-wrap:wrap;gap:.4rem 1.5rem;justify-content:space-between;padding-block:1.3rem}
        @media print{header.top nav,footer{display:none}body{font-size:11pt}}
        """;
}
