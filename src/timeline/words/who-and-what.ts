/** People, systems and what can be counted of them. How entries are written says `../event-words.ts`. */
export const WHO_AND_WHAT = {
  TEAM: `
    engineer; team; oncall; responder; sre; operations!; ops!; operator; staff; developer; dev!; devops!; admin;
    administrator; member; commander; lead; manager; specialist; expert; dba; maintainer; colleague; we!; i!; he!;
    she!; they!; our!; executive; cto; director; primary!; secondary!; somebody; someone; us!; ic!; eng!; sysadmin;
    specialists!; owner`,
  USER: `
    user; customer; client; community; tenant; student; reader; visitor; merchant; partner; consumer; people;
    subscriber; player; reporter; instructor; company; everyone; employee; seller; passenger; shopper; patient;
    citizen; researcher; sales!; support!; helpdesk; end user; service team; qa!; stakeholder; success!; public!;
    department; organisation; organization`,
  VENDOR: `
    aws!; amazon!; google!; gcp!; azure!; microsoft!; vendor; provider; cloudflare!; fastly!; akamai!; supplier;
    third party; isp!; registrar; datacenter; datacenters!; data center; oracle!; vmware!; heroku!; carrier;
    github support!; upstream!; manufacturer; contractor`,
  ONCALL: `
    oncall; oncall engineer; duty engineer; on duty!; out of hours!; out of hours engineer; standby engineer;
    primary oncall; secondary oncall`,
  SERVICE: `
    service; site; website; system; traffic!; cluster; hub; api; database; db; app; application; platform; workload;
    request; node; pod; server; queue; region; access!; functionality!; performance!; production!; connectivity!;
    network; deployment; availability!; login; logins!; dns!; build; job; infrastructure!; instance; product;
    checkout!; payment; search!; environment; host; web!; endpoint; page!; pages!; container; worker; gateway; proxy;
    consumer; replica; shard; leader!; balancer; cache; disk; volume; certificate; vm; vms!; message; order; email;
    namespace; account; thing; everything!; component; resource; connection; link!; frontend!; backend!; zone`,
  RATE: `
    error rate; errors!; latency!; traffic!; requests!; load!; cpu!; memory!; response time; queue; queue depth;
    connections!; success rate; p99!; p95!; throughput!; availability!; qps!; rps!; 5xx!; usage!; lag!; timeouts!;
    failures!; utilisation!; utilization!; backlog; temperature!; consumption!; metrics!; rate; rates!; level;
    levels!; volume; number!`,
  CAPACITY: `
    node; nodes!; capacity!; quota; limit; memory!; disk!; cpu!; replica; instance; worker; storage!; timeout; ttl!;
    pool; size!; volume; buffer; threads!; space!; resource; threshold; machine; server`,
} as const
