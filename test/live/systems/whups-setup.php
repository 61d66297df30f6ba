<?php
/** Fills a Whups of our own, told by JSON on its input; answers with the numbers of its tickets. */
$plan = json_decode(stream_get_contents(STDIN), true);
require_once $plan['folder'] . '/whups/lib/Application.php';
Horde_Registry::appInit('whups', array('authentication' => 'none', 'cli' => true));
global $injector, $registry, $whups_driver;

$auth = $injector->getInstance('Horde_Core_Factory_Auth')->create();
foreach ($plan['people'] as $person) {
    $auth->addUser($person['login'], array('password' => $person['password']));
    $prefs = $injector->getInstance('Horde_Core_Factory_Prefs')->create('horde', array('user' => $person['login']));
    $prefs->setValue('language', $person['locale']);
    $prefs->setValue('timezone', $person['zone']);
    $identity = $injector->getInstance('Horde_Core_Factory_Identity')->create($person['login'], 'horde');
    $identity->setValue('fullname', $person['name'], 0);
    $identity->setValue('from_addr', $person['email'], 0);
    $identity->save();
    $prefs->store();
}
$perms = $injector->getInstance('Horde_Perms');
foreach (array('whups', 'whups:admin') as $name) {
    $permission = $injector->getInstance('Horde_Core_Perms')->newPermission($name);
    $perms->addPermission($permission);
    if ($name === 'whups') $permission->addDefaultPermission(Horde_Perms::SHOW | Horde_Perms::READ | Horde_Perms::EDIT);
    $permission->save();
}
$queue = $whups_driver->addQueue('Support', 'Support');
$type = $whups_driver->addType('Request', 'Request');
$states = array();
foreach ($plan['states'] as $state) {
    $states[$state['name']] = $whups_driver->addState($type, $state['name'], $state['name'], $state['category']);
}
$priorities = array();
foreach ($plan['priorities'] as $name) {
    $priorities[$name] = $whups_driver->addPriority($type, $name, $name);
}
$whups_driver->updateQueue($queue, 'Support', 'Support', array($type), false);
foreach ($plan['staff'] as $login) $whups_driver->addQueueUser($queue, $login);

// A driver that has heard of the new queue.
$whups_driver = (new Whups_Factory_Driver($injector))->create();
// Whoever answers for the tickets of all queues.
$registry->setAuth('mara', array());

$clock = function ($seconds) use ($plan) {
    file_put_contents($plan['clock'], gmdate("Y-m-d H:i:s\n", $seconds));
};
$ids = array();
foreach ($plan['tickets'] as $ticket) {
    $opening = array_shift($ticket['messages']);
    $clock($opening['at']);
    $info = array(
        'queue' => $queue, 'type' => $type, 'state' => $states[$plan['states'][0]['name']],
        'priority' => $priorities[$ticket['priority']], 'summary' => $ticket['subject'], 'comment' => $opening['body']);
    $id = $whups_driver->addTicket($info, $opening['by']);
    foreach ($ticket['messages'] as $message) {
        $clock($message['at']);
        $one = Whups_Ticket::makeTicket($id);
        $one->change('comment', $message['body']);
        $one->commit($message['by'], null, false);
    }
    $clock($ticket['changed']);
    $one = Whups_Ticket::makeTicket($id);
    $one->change('state', $states[$ticket['state']]);
    if ($ticket['owner']) $one->change('owners', array('user:' . $ticket['owner']));
    $one->commit('mara', null, false);
    $ids[] = $id;
}
echo json_encode($ids), "\n";
